/** A run: the script's body in its runtime, its records in the sinks, its end as an exit code. */

import type { Program } from "../records/index.ts";
import {
  abandonReplacements,
  asFault,
  createRuntime,
  type Fault,
  Interruption,
  interrupt,
  isEnding,
  type RunOptions,
  type Runtime,
  ScriptExit,
  settle,
  settleLost,
  startRunLimit,
} from "../runtime/index.ts";
import { functionOf } from "./execute.ts";
import { codeOfClass, codeOfSignal } from "./exit-code.ts";
import { watchSignals } from "./signals.ts";

/** How a run ended, for the summary line. */
export interface Outcome {
  readonly code: number;
  /** Its help was shown, and nothing was run. */
  readonly isHelp?: true;
  readonly commands: number;
  /** Failures that a status-style function did not look at (language 4). */
  readonly unseen: number;
  readonly milliseconds: number;
  readonly interrupted: boolean;
  /** The signal that ended it. */
  readonly signal?: string;
  /** What ended it: the script's own fault, then that of a job that nobody joined. */
  readonly faults: readonly Fault[];
}

/** Runs a program to its end. Never throws for what a script does; a throw is a bug of ours. */
export async function runProgram(program: Program, options: RunOptions): Promise<Outcome> {
  const started = process.hrtime();
  Error.stackTraceLimit = 100;
  const runtime = createRuntime(options);
  const { run } = runtime;
  const unwatch = watchSignals({
    ignored: options.ignoredSignals,
    notify: (signal) => interrupt(run, signal),
    isEnding: () => isEnding(run),
    forced(signal) {
      abandonReplacements();
      process.exit(codeOfSignal(signal));
    },
  });
  const body = functionOf(program);
  await runtime.prepare(program);
  const limit = options.maxTime === undefined ? undefined : await startRunLimit(run, options.maxTime);
  const within = (work: () => Promise<number>): (() => Promise<number>) =>
    limit === undefined ? work : () => limit.within(work);
  let ended = await outcomeOf(
    runtime,
    within(() => body(runtime.api, runtime.flow)),
  );
  limit?.bodyEnded();
  const finished = await outcomeOf(
    runtime,
    within(async () => {
      await runtime.finish();
      return 0;
    }),
  );
  limit?.end();
  settleLost(run);
  if (run.clock.isHeld) options.sandbox?.onEnd?.(run.clock.now());
  // What ended the body may be what ends its jobs, too: the limit on the run's time.
  const faults = [...new Set([...ended.faults, ...finished.faults])];
  if (ended.code === 0 && finished.code !== 0) ended = finished;
  unwatch();
  return {
    ...ended,
    faults,
    commands: run.commandCount,
    unseen: run.unseen,
    milliseconds: millisecondsSince(started),
  };
}

type Ended = Pick<Outcome, "code" | "interrupted" | "signal" | "faults">;

async function outcomeOf({ run, flush }: Runtime, work: () => Promise<number>): Promise<Ended> {
  try {
    return { code: await work(), interrupted: false, faults: [] };
  } catch (thrown) {
    if (thrown instanceof ScriptExit) return { code: thrown.status & 0xff, interrupted: false, faults: [] };
    if (thrown instanceof Interruption)
      return { code: codeOfSignal(thrown.signal), interrupted: true, signal: thrown.signal, faults: [] };
    const fault: Fault = asFault(run, thrown);
    flush();
    settle(run, fault, false);
    return {
      code: codeOfClass(fault.diagnosis.ranked[0]?.class ?? "SoftwareFault"),
      interrupted: false,
      faults: [fault],
    };
  }
}

/** By process.hrtime: `performance` is loaded at its first use, which costs a start of a script 1 ms. */
function millisecondsSince(started: [number, number]): number {
  const [seconds, nanoseconds] = process.hrtime(started);
  return seconds * 1000 + nanoseconds / 1e6;
}
