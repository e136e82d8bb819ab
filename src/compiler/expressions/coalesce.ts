/** `a ?? b` (language 5). */

import type { CoalesceExpression, Expression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, type Scope } from "../context.ts";

export function emitCoalesce(scope: Scope, node: CoalesceExpression): string {
  const sides: string[] = [];
  let first: Expression = node;
  for (; first.kind === "coalesce"; first = first.left) sides.push(atom(expression(scope, first.right)));
  sides.push(atom(expression(scope, first)));
  return sides.reverse().join(" ?? ");
}
