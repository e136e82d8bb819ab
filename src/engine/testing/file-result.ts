/** What the tests of a file came to. */

import type { CoverageReport } from "./coverage-report.ts";
import type { Failure, TestOutcome } from "./events.ts";

export interface FileResult {
  readonly file: string;
  /** In the order of the file. */
  readonly tests: readonly TestOutcome[];
  /** The file could not be run at all. */
  readonly failure?: Failure;
  readonly milliseconds: number;
  readonly goldens: readonly string[];
  /** What it was read from, by absolute paths. */
  readonly paths: readonly string[];
  readonly coverage: readonly CoveredTest[];
}

/** What a test has covered, of its own program and of scripts that it ran whole. */
export interface CoveredTest {
  readonly passed: boolean;
  readonly reports: readonly CoverageReport[];
}

export function isFailed({ failure, tests }: FileResult): boolean {
  return failure !== undefined || tests.some(({ state }) => state === "failed");
}
