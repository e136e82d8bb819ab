/** `a && b`, `a || b` (language 5). */

import type { Expression, LogicalExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, type Scope } from "../context.ts";
import { isCounted, step } from "../counting.ts";

/** A chain leans to the left and is emitted flat as long as its operator stays the same, as JavaScript reads it too. */
export function emitLogical(scope: Scope, node: LogicalExpression): string {
  const spine: LogicalExpression[] = [];
  let first: Expression = node;
  for (; first.kind === "logical"; first = first.left) spine.push(first);
  let operator = "";
  let parts = [atom(expression(scope, first))];
  for (const each of spine.reverse()) {
    if (operator !== "" && operator !== each.operator) parts = [`(${parts.join(` ${operator} `)})`];
    operator = each.operator;
    const right = atom(expression(scope, each.right));
    if (isCounted(scope)) parts = [countSides(scope, each, parts[0] ?? "", right)];
    else parts.push(right);
  }
  return parts.join(` ${operator} `);
}

/** Whether the right side was asked, or the left one decided alone. */
function countSides(scope: Scope, node: LogicalExpression, left: string, right: string): string {
  const [asked, alone] = [step(scope, node.right, "right side"), step(scope, node.right, "left side alone")];
  const [yes, no] = [`(${asked}, ${right})`, `(${alone}, ${node.operator === "||"})`];
  return node.operator === "&&" ? `(${left} ? ${yes} : ${no})` : `(${left} ? ${no} : ${yes})`;
}
