/** Conditions: an expression, or a command list whose answer counts (language 2, 4). */

import type { Condition } from "../syntax/index.ts";
import { atom } from "./atom.ts";
import { emitGroup } from "./commands/body.ts";
import { emitListTruth } from "./commands/list.ts";
import { expression, type Scope } from "./context.ts";

/** The condition as a JavaScript boolean. A failure that is no answer is dealt with as the function's style says. */
export function emitCondition(scope: Scope, node: Condition): string {
  if (node.kind === "expression-condition") return expression(scope, node.expression);
  const manner = { how: "answer", policy: scope.style } as const;
  const truth = emitListTruth({ ...scope, policy: scope.style }, node.list, manner, emitGroup);
  return node.negated ? `!${atom(truth)}` : truth;
}
