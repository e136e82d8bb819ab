/** What a use of a syntax of one's own stands for, where a construct asks what its parts are. */

import type { Statement } from "../tree.ts";

/** A statement of the core: that which a use stands for, otherwise itself. */
export function coreOf(statement: Statement): Statement {
  let at = statement;
  while (at.kind === "extension") at = at.lowered;
  return at;
}
