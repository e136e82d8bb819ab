/** What the process that runs a file's tests is asked for, and what it tells, a JSON line each. */

import type { CoverageCounts, CoveragePoints, CoverageReport } from "./coverage-report.ts";

export interface WorkerRequest {
  /** As it was named. */
  readonly file: string;
  /** Which of the file's tests, by their places. */
  readonly tests: readonly number[];
  /** A folder for all that these tests make. */
  readonly folder: string;
  /** Where to write the events. */
  readonly events: string;
  /** Milliseconds that a test may take. */
  readonly timeout: number;
  readonly update: boolean;
  readonly keep: boolean;
  readonly bail: boolean;
  readonly coverage: boolean;
  readonly strict: boolean;
  /** The D-Case that the command line names, an absolute path. */
  readonly caseFile?: string;
  /** How faults are drawn: colours, the language, the columns. */
  readonly color: boolean;
  readonly language: string;
  readonly columns: number | null;
}

/** Why a test failed: as a person reads it, and as a machine does. */
export interface Failure {
  /** Drawn in the person's language. */
  readonly shown: string;
  /** Drawn in English without colours. */
  readonly plain: string;
  /** "AssertionFault"; empty where it was no fault. */
  readonly kind: string;
  readonly class: string;
  readonly message: string;
  readonly file: string;
  /** 0 where there is no place. */
  readonly line: number;
}

export interface TestOutcome {
  readonly name: string;
  readonly line: number;
  readonly state: "passed" | "failed" | "skipped";
  readonly milliseconds: number;
  /** Of a skipped one. */
  readonly why?: string;
  readonly failures: readonly Failure[];
  /** What it printed, on both outputs; of failed ones alone. */
  readonly output: string;
  /** Its folder, where that was kept. */
  readonly kept?: string;
}

export type WorkerEvent =
  /** The files that the run consists of, by absolute paths. */
  | { readonly kind: "files"; readonly paths: readonly string[]; readonly points?: CoveragePoints }
  | { readonly kind: "start"; readonly test: number }
  | {
      readonly kind: "end";
      readonly test: number;
      readonly outcome: TestOutcome;
      /** Golden files that were written. */
      readonly goldens: readonly string[];
      readonly counts: CoverageCounts;
      /** Of scripts that it ran whole. */
      readonly reports: readonly CoverageReport[];
    }
  /** The file could not be run: it has errors, or cannot be read. */
  | { readonly kind: "unprepared"; readonly failure: Failure };
