/** What may be assigned to: a name, a member, an index. */

import type { Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";

/** Says so where an assignment's or a step's target is something else; whether it may be one. */
export function checkTarget(p: Parser, target: Expression, operator: string): boolean {
  if (["name", "member", "index", "error-expression"].includes(target.kind) || p.panic) return true;
  p.report("DS1205", target.start, target.end, { operator });
  return false;
}
