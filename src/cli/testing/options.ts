/** What is asked of `dscript test`, read from its words. */

import type { ColorChoice } from "../terminal.ts";
import type { Filter } from "./filter.ts";

export const formats = ["text", "tap", "junit", "json"] as const;

export interface TestOptions {
  /** Files and folders. */
  readonly names: readonly string[];
  readonly filter: Filter | undefined;
  readonly parallel: number;
  /** Milliseconds that a test may take. */
  readonly timeout: number;
  readonly bail: boolean;
  readonly update: boolean;
  readonly keep: boolean;
  readonly strict: boolean;
  readonly caseFile: string | undefined;
  readonly verbose: boolean;
  readonly format: (typeof formats)[number];
  /** Files to write to. */
  readonly output: string | undefined;
  readonly junit: string | undefined;
  readonly tap: string | undefined;
  readonly evidence: string | undefined;
  readonly coverage: boolean;
  /** Per cent of lines. */
  readonly leastCoverage: number | undefined;
  readonly coverageJson: string | undefined;
  readonly lcov: string | undefined;
  readonly color: ColorChoice | undefined;
}
