/** A script that may not run: it does not check, or cannot be read. */

import type { Diagnostic } from "../diagnostics/index.ts";

/** Why there is nothing to run, and the next step. */
export interface LoadProblem {
  readonly problem: string;
  readonly next: string;
}

export interface Unprepared {
  readonly code: number;
  readonly problem?: LoadProblem;
  readonly diagnostics: readonly Diagnostic[];
  /** What was not said or not read, in sentences. */
  readonly leftOut: readonly string[];
}

/** Tells a script that may not run from one that may, or that did. */
export function isUnprepared<T extends object>(value: T | Unprepared): value is Unprepared {
  return "code" in value && "diagnostics" in value;
}
