/** Programs beside each other, started and ended by the runtime's own means: no script, no records. */

import type { Flow } from "../../records/index.ts";
import { accept } from "../../records/index.ts";
import { createRuntime, isEnding } from "../../runtime/index.ts";
import { inheritedVariable } from "../inherited.ts";
import { signalOf } from "../signal-of.ts";
import { watchSignals } from "../signals.ts";
import { poolOptions } from "../testing/pool-options.ts";

export interface ChildRequest {
  readonly argv: readonly string[];
  /** Added to this process's own environment. */
  readonly environment?: readonly (readonly [name: string, value: string])[];
  /** The files that get its standard output and its error output; /dev/null where nothing is said. */
  readonly output?: string;
  readonly error?: string;
  /** Milliseconds until it is ended, with all that it started. */
  readonly limit: number;
}

/** A program that has this process's own input, output and terminal. */
export type FrontRequest = Pick<ChildRequest, "argv" | "environment">;

/** Starts a program and waits for it: its status, 124 where its time was over, 126 or 127 where it could not start. */
export type StartChild = (request: ChildRequest) => Promise<number>;

export interface Slot {
  readonly start: StartChild;
  /** Whether all is being ended: what a program says then is no result. */
  readonly isCut: () => boolean;
}

// What the slots call of the library: they are waited for as a script waits for its jobs.
const joinKey = "Job.join";

/** Runs so many slots beside each other; the value is the signal that ended them all, if one did. */
export async function beside(parallel: number, work: (slot: Slot) => Promise<void>): Promise<string | undefined> {
  const runtime = createRuntime(poolOptions());
  await runtime.prepare({ code: `rt.library["${joinKey}"]` });
  const { run, api, flow: main } = runtime;
  const unwatch = watchSignals(run);
  const isCut = (): boolean => run.interruption !== null || isEnding(run);
  const slot = async (flow: Flow): Promise<number> => {
    await work({ isCut, start: (request) => Promise.resolve(api.run(flow, 0, [stageOf(request)], accept)) });
    return 0;
  };
  const waited = async (): Promise<void> => {
    const jobs = Array.from({ length: parallel }, () => api.job(main, 0, slot));
    const wait = api.library[joinKey] as (flow: Flow, site: number, job: unknown) => unknown;
    for (const job of jobs) await wait(main, 0, job);
  };
  const ended = (await signalOf(waited)) ?? (await signalOf(runtime.finish));
  // Once it is interrupted, what runs is ended here.
  if (ended !== undefined) await signalOf(runtime.finish);
  unwatch();
  return ended;
}

/** Runs programs one after another in the foreground, as a script would; the value is the signal that ended all, if one did. */
export async function inFront(
  work: (start: (request: FrontRequest) => Promise<number>) => Promise<void>,
): Promise<string | undefined> {
  // What the launcher has noted holds for them, too; the runtime's options take it away.
  const note = process.env[inheritedVariable];
  const noted = note === undefined ? [] : [[inheritedVariable, note] as const];
  const runtime = createRuntime(poolOptions());
  const { run, api, flow } = runtime;
  const unwatch = watchSignals(run);
  // Ctrl-C is for the program that has the terminal: its end is waited for.
  process.removeAllListeners("SIGINT");
  process.on("SIGINT", () => undefined);
  const start = ({ argv, environment = [] }: FrontRequest): Promise<number> =>
    Promise.resolve(api.run(flow, 0, [{ argv, env: [...environment, ...noted] }], accept));
  const ended = (await signalOf(() => work(start))) ?? (await signalOf(runtime.finish));
  if (ended !== undefined) await signalOf(runtime.finish);
  unwatch();
  return ended;
}

function stageOf({ argv, environment, output = "/dev/null", error = "/dev/null", limit }: ChildRequest) {
  const redirects = [
    { fd: 0, op: "<", target: "/dev/null" } as const,
    { fd: 1, op: ">", target: output } as const,
    error === output ? ({ fd: 2, op: "dup", target: 1 } as const) : ({ fd: 2, op: ">", target: error } as const),
  ];
  return { argv, redirects, limit, ...(environment === undefined ? {} : { env: environment }) };
}
