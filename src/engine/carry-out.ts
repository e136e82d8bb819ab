/** A script's body and the end of all that it started, under its signals and its limit: a run has them, and a test. */

import type { Program } from "../records/index.ts";
import {
  asFault,
  type Fault,
  Interruption,
  type Runtime,
  ScriptExit,
  settle,
  settleLost,
  startRunLimit,
} from "../runtime/index.ts";
import { functionOf, type ScriptBody } from "./execute.ts";
import { watchSignals } from "./signals.ts";

/** How a part of a run ended. */
export type End =
  | { readonly kind: "value"; readonly value: number }
  /** By `exit`, by a test's skip. */
  | { readonly kind: "exit"; readonly thrown: ScriptExit }
  | { readonly kind: "signal"; readonly signal: string }
  /** It is settled: told and recorded. */
  | { readonly kind: "fault"; readonly fault: Fault };

export interface Ends {
  /** The body's own. */
  readonly first: End;
  /** That of what it had started: jobs, files. */
  readonly second: End;
  /** What ended them, each once: what ended the body may be what ends its jobs, too, the limit on the run's time. */
  readonly faults: readonly Fault[];
}

/** Runs a program's body to its end, and all that it started; the body is made here where it is not known. */
export async function carryOut(runtime: Runtime, program: Program, known?: ScriptBody): Promise<Ends> {
  const { run } = runtime;
  const unwatch = watchSignals(run);
  const body = known ?? functionOf(program);
  await runtime.prepare(program);
  const { maxTime } = run.options;
  const limit = maxTime === undefined ? undefined : await startRunLimit(run, maxTime);
  const endOf = (work: () => Promise<number>): Promise<End> =>
    endingOf(runtime, limit === undefined ? work : () => limit.within(work));
  const first = await endOf(() => body(runtime.api, runtime.flow));
  limit?.bodyEnded();
  const second = await endOf(async () => {
    await runtime.finish();
    return 0;
  });
  limit?.end();
  settleLost(run);
  unwatch();
  const faults = [first, second].flatMap((end) => (end.kind === "fault" ? [end.fault] : []));
  return { first, second, faults: [...new Set(faults)] };
}

async function endingOf({ run, flush }: Runtime, work: () => Promise<number>): Promise<End> {
  try {
    return { kind: "value", value: await work() };
  } catch (thrown) {
    if (thrown instanceof ScriptExit) return { kind: "exit", thrown };
    if (thrown instanceof Interruption) return { kind: "signal", signal: thrown.signal };
    const fault = asFault(run, thrown);
    await run.options.prepareSupport?.();
    flush();
    settle(run, fault, false);
    return { kind: "fault", fault };
  }
}
