/** Which D-Case a script has: what the command line names, else what its configuration does. */

import type { Config } from "../config-shape.ts";
import { absolutePath } from "../working-directory.ts";

export interface CaseName {
  readonly path: string;
  /** It was named on the command line. */
  readonly isAsked: boolean;
}

/** `asked`: what the command line says, from the working directory. */
export function caseFor(asked: string | undefined, config: Pick<Config, "case">): CaseName | undefined {
  if (asked !== undefined) return { path: absolutePath(asked), isAsked: true };
  return config.case === undefined ? undefined : { path: config.case, isAsked: false };
}
