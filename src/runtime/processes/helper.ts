/** A command of the engine's own, after a run or without one: argv without a shell, a text on its standard input, a time limit. */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { steadyNow } from "../clock.ts";
import { Environment, ScriptFlow } from "../flow.ts";
import { Output } from "../output.ts";
import type { Ending } from "./children.ts";
import { endEverything } from "./end-everything.ts";
import { launch } from "./launch.ts";
import { after } from "./limit.ts";
import { Live } from "./live.ts";
import { bytesOf } from "./memory.ts";
import { textFile } from "./redirects.ts";

export interface HelperRequest {
  readonly argv: readonly string[];
  /** What it reads on standard input. */
  readonly input: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly directory: string;
  /** How long it may take. */
  readonly milliseconds: number;
  /** Ends it ahead of that. */
  readonly stop: AbortSignal;
  /** Tells its processes from those of other runs. */
  readonly id: string;
  /** Bytes of its standard output that are kept, from the beginning; undefined for none. */
  readonly keeps?: number;
}

/** Milliseconds between TERM and KILL. */
const grace = 500;

/** Bytes of the error output's end that are kept. */
const mostSaid = 4096;

/** How it ended. */
export interface HelperEnd {
  /** 0 to 255; null where it did not end by itself. */
  readonly status: number | null;
  /** Why it did not end with 0, in a sentence. */
  readonly failure?: string;
  /** The end of what it wrote to its error output, where that is kept. */
  readonly said: string;
  /** What it wrote to its standard output, where that is kept. */
  readonly printed?: Uint8Array;
}

/**
 * Runs it to its end; its output is dropped, its error output is the engine's.
 * Undefined where it ended with 0, else why not, in a sentence. At its limit it is ended with all that it started.
 */
export async function runHelper(request: HelperRequest): Promise<string | undefined> {
  return (await start(request, false)).failure;
}

/** As `runHelper`, for one that answers: its status counts, and its error output is kept. */
export function askHelper(request: HelperRequest): Promise<HelperEnd> {
  return start(request, true);
}

async function start(request: HelperRequest, keepsSaid: boolean): Promise<HelperEnd> {
  const { argv, environment, directory, id, stop } = request;
  const run = { commandCount: 0, options: { environment, runId: id, ignoredSignals: new Set<string>() } };
  const live = new Live(run);
  const nothing = openSync("/dev/null", "w");
  const input = textFile(live.native, request.input);
  const error = keepsSaid ? textFile(live.native, "") : 2;
  const printed = request.keeps === undefined ? undefined : textFile(live.native, "");
  const ended = (status: number | null, failure?: string): HelperEnd => ({
    status,
    ...(failure === undefined ? {} : { failure }),
    said: keepsSaid ? endOf(error) : "",
    ...(printed === undefined ? {} : { printed: beginOf(printed, request.keeps ?? 0) }),
  });
  const flow = new ScriptFlow({
    directory,
    environment: new Environment(environment),
    umask: process.umask(),
    stdin: input,
    stdout: new Output(nothing, bytesOf),
    stderr: new Output(error, bytesOf, "error output"),
  });
  try {
    const started = launch(run, live, flow, {
      argv,
      stage: { argv },
      descriptors: [input, printed ?? nothing, error],
      group: "own",
    });
    if (!("pid" in started)) return ended(null, started.trouble?.message ?? "it could not be started");
    const { pid, number } = started;
    const command = { pid, number, ownGroup: true, background: true, began: steadyNow(), flow, argv, stage: 0 };
    live.commands.add(command);
    let end = (): void => {};
    const struck = new Promise<undefined>((resolve) => {
      // What cannot be killed is not waited for.
      end = () => void endEverything(run, live, [number], grace, [command]).then(() => resolve(undefined));
    });
    let isStruck = false;
    const strike = (): void => {
      if (!isStruck) end();
      isStruck = true;
    };
    const cancel = after(request.milliseconds, strike);
    stop.addEventListener("abort", strike);
    const ending = new Promise<Ending>((resolve) => live.children.watch(pid, true, resolve));
    const result = await Promise.race([ending, struck]);
    cancel();
    stop.removeEventListener("abort", strike);
    if (isStruck) {
      await struck;
      return ended(null, stop.aborted ? "it was ended by a signal to this run" : overdue(request.milliseconds));
    }
    if (result === undefined || result.status === 0) return ended(0);
    if (result.signal !== null) return ended(null, `it was ended by ${result.signal}`);
    return ended(result.status, `it ended with status ${result.status}`);
  } finally {
    // Else it would end, after the engine, what a command that has ended left running.
    live.watchdog?.close();
    live.children.closeBehind();
    closeSync(input);
    if (keepsSaid) closeSync(error);
    if (printed !== undefined) closeSync(printed);
    closeSync(nothing);
  }
}

/** The last bytes of a file in memory. */
function endOf(fd: number): string {
  const { size } = fstatSync(fd);
  const bytes = Buffer.alloc(Math.min(size, mostSaid));
  const length = bytes.length === 0 ? 0 : readSync(fd, bytes, 0, bytes.length, size - bytes.length);
  return bytes.toString("utf8", 0, length);
}

function beginOf(fd: number, most: number): Uint8Array {
  const bytes = Buffer.alloc(Math.min(fstatSync(fd).size, most));
  let length = 0;
  for (let count = -1; count !== 0 && length < bytes.length; length += count)
    count = readSync(fd, bytes, length, bytes.length - length, length);
  return bytes.subarray(0, length);
}

function overdue(milliseconds: number): string {
  return `it did not end within ${milliseconds / 1000} s, and was ended`;
}
