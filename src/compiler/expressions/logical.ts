/** `a && b`, `a || b` (language 5). */

import type { Expression, LogicalExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, type Scope } from "../context.ts";

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
    parts.push(atom(expression(scope, each.right)));
  }
  return parts.join(` ${operator} `);
}
