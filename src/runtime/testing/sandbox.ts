/** How a test tells the scripts that it runs whole what holds there: a file that an environment variable names. */

import type { Sandbox } from "../run.ts";

/** The variable by which a run within a test finds what holds there; it names a file. */
export const sandboxVariable = "DSCRIPT_TEST";

/** What that file says. */
export interface SandboxFile extends Sandbox {
  /** The folder where coverage is left; null where nobody asks for it. */
  readonly coverage: string | null;
  /** The D-Case that the command line of the tests names. */
  readonly caseFile?: string;
}

/** Where a run leaves its clock, if that was held. */
export function clockFile(sandboxFile: string): string {
  return `${sandboxFile}.time`;
}
