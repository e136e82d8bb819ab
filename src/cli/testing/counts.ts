/** How many tests ended how. */

import type { FileResult } from "../../engine/index.ts";

export interface StateCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Files that could not be run. */
  readonly unrun: number;
}

export function countStates(results: readonly FileResult[]): StateCounts {
  const tests = results.flatMap((result) => result.tests);
  const of = (state: string): number => tests.filter((test) => test.state === state).length;
  return {
    passed: of("passed"),
    failed: of("failed"),
    skipped: of("skipped"),
    unrun: results.filter(({ failure }) => failure !== undefined).length,
  };
}
