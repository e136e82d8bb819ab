/** `a ?? b` (language 5). */

import type { CoalesceExpression, Expression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, type Scope, use } from "../context.ts";
import { isCounted, step } from "../counting.ts";

export function emitCoalesce(scope: Scope, node: CoalesceExpression): string {
  const sides: string[] = [];
  let first: Expression = node;
  for (; first.kind === "coalesce"; first = first.left)
    sides.push(countRight(scope, first, atom(expression(scope, first.right))));
  sides.push(atom(expression(scope, first)));
  if (isCounted(scope)) return countLefts(scope, node, sides.reverse());
  return sides.reverse().join(" ?? ");
}

function countRight(scope: Scope, node: CoalesceExpression, code: string): string {
  return isCounted(scope) ? `(${step(scope, node.right, "right side")}, ${code})` : code;
}

/** Where a left side has a value, its right one is not asked. */
function countLefts(scope: Scope, node: CoalesceExpression, sides: readonly string[]): string {
  const keep = scope.unit.prelude.own(
    "$keep",
    "function $keep(counters, point, value) {\n  if (value !== null && value !== undefined) counters[point]++;\n  return value;\n}\n",
  );
  const rights: Expression[] = [];
  for (let at: Expression = node; at.kind === "coalesce"; at = at.left) rights.unshift(at.right);
  const counters = use(scope, "counters");
  return sides.reduce((left, right, index) => {
    const asked = rights[index - 1];
    const point = asked === undefined ? 0 : (scope.unit.coverage?.number(scope.file, asked, "left side alone") ?? 0);
    return `(${keep}(${counters}, ${point}, ${left}) ?? ${right})`;
  });
}
