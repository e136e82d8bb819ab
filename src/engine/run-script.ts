/** A run: the script's body in its runtime, its records in the sinks, its end as an exit code. */

import type { FaultClass, FaultKind, Program } from "../records/index.ts";
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
} from "../runtime/index.ts";
import { functionOf } from "./execute.ts";
import { codeOfClass, codeOfSignal } from "./exit-code.ts";
import { watchSignals } from "./signals.ts";

/** How a run ended, for the summary line. */
export interface Outcome {
  readonly code: number;
  readonly commands: number;
  /** Failures that a status-style function did not look at (language 4). */
  readonly unseen: number;
  readonly milliseconds: number;
  readonly interrupted: boolean;
  /** The fault that ended it. */
  readonly fault?: EndingFault;
}

/** What is noted of the fault that ends a run. */
export interface EndingFault {
  readonly kind: FaultKind;
  readonly class: FaultClass;
  readonly message: string;
  readonly line: number;
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
  let ended = await outcomeOf(runtime, () => body(runtime.api, runtime.flow));
  const finished = await outcomeOf(runtime, async () => {
    await runtime.finish();
    return 0;
  });
  settleLost(run);
  if (ended.code === 0 && finished.code !== 0) ended = finished;
  unwatch();
  return {
    ...ended,
    commands: run.commandCount,
    unseen: run.unseen,
    milliseconds: millisecondsSince(started),
  };
}

async function outcomeOf(
  { run, flush }: Runtime,
  work: () => Promise<number>,
): Promise<{ code: number; interrupted: boolean; fault?: EndingFault }> {
  try {
    return { code: await work(), interrupted: false };
  } catch (thrown) {
    if (thrown instanceof ScriptExit) return { code: thrown.status & 0xff, interrupted: false };
    if (thrown instanceof Interruption) return { code: codeOfSignal(thrown.signal), interrupted: true };
    const fault: Fault = asFault(run, thrown);
    flush();
    settle(run, fault, false);
    const { kind, message } = fault.symptom;
    const faultClass = fault.diagnosis.ranked[0]?.class ?? "SoftwareFault";
    const line = run.options.program.sites[fault.site]?.line ?? 0;
    return { code: codeOfClass(faultClass), interrupted: false, fault: { kind, class: faultClass, message, line } };
  }
}

/** By process.hrtime: `performance` is loaded at its first use, which costs a start of a script 1 ms. */
function millisecondsSince(started: [number, number]): number {
  const [seconds, nanoseconds] = process.hrtime(started);
  return seconds * 1000 + nanoseconds / 1e6;
}
