/** A command of the engine's own, after a run or without one: argv without a shell, a text on its standard input, a time limit. */

import { closeSync, openSync } from "node:fs";
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
}

/** Milliseconds between TERM and KILL. */
const grace = 500;

/**
 * Runs it to its end; its output is dropped, its error output is the engine's.
 * Undefined where it ended with 0, else why not, in a sentence. At its limit it is ended with all that it started.
 */
export async function runHelper(request: HelperRequest): Promise<string | undefined> {
  const { argv, environment, directory, id, stop } = request;
  const run = { commandCount: 0, options: { environment, runId: id, ignoredSignals: new Set<string>() } };
  const live = new Live(run);
  const nothing = openSync("/dev/null", "w");
  const input = textFile(live.native, request.input);
  const flow = new ScriptFlow({
    directory,
    environment: new Environment(environment),
    umask: process.umask(),
    stdin: input,
    stdout: new Output(nothing, bytesOf),
    stderr: new Output(2, bytesOf, "error output"),
  });
  try {
    const started = launch(run, live, flow, { argv, stage: { argv }, descriptors: [input, nothing, 2], group: "own" });
    if (!("pid" in started)) return started.trouble?.message ?? "it could not be started";
    const { pid, number } = started;
    const command = { pid, number, ownGroup: true, background: true, began: performance.now(), flow, argv, stage: 0 };
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
    const ended = await Promise.race([ending, struck]);
    cancel();
    stop.removeEventListener("abort", strike);
    if (isStruck) {
      await struck;
      return stop.aborted ? "it was ended by a signal to this run" : overdue(request.milliseconds);
    }
    if (ended === undefined || ended.status === 0) return undefined;
    return ended.signal === null ? `it ended with status ${ended.status}` : `it was ended by ${ended.signal}`;
  } finally {
    live.children.close();
    closeSync(input);
    closeSync(nothing);
  }
}

function overdue(milliseconds: number): string {
  return `it did not end within ${milliseconds / 1000} s, and was ended`;
}
