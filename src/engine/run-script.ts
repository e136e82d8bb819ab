/** A run: the script's body in its runtime, its records in the sinks, its end as an exit code. */

import type { Program } from "../records/index.ts";
import { consentEnded, createRuntime, type Fault, type RunOptions, steadyNow } from "../runtime/index.ts";
import { carryOut, type End } from "./carry-out.ts";
import { codeOf, codeOfSignal, exitCode } from "./exit-code.ts";

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
  const started = steadyNow();
  Error.stackTraceLimit = 100;
  const runtime = createRuntime(options);
  const { first, second, faults } = await carryOut(runtime, program);
  const { run } = runtime;
  if (run.clock.isHeld) options.sandbox?.onEnd?.(run.clock.now());
  const ended = endedBy(first);
  return {
    ...(ended.code === 0 ? endedBy(second) : ended),
    faults,
    commands: run.commandCount,
    unseen: run.unseen,
    milliseconds: steadyNow() - started,
  };
}

function endedBy(end: End): Pick<Outcome, "code" | "interrupted" | "signal"> {
  switch (end.kind) {
    case "value":
      return { code: end.value, interrupted: false };
    case "exit":
      return { code: end.thrown.status & 0xff, interrupted: false };
    case "signal":
      if (end.signal === consentEnded) return { code: exitCode.notAgreed, interrupted: true };
      return { code: codeOfSignal(end.signal), interrupted: true, signal: end.signal };
    case "fault":
      return { code: codeOf(end.fault), interrupted: false };
  }
}
