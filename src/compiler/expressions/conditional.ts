/** `c ? a : b` (language 5). */

import type { ConditionalExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, type Scope } from "../context.ts";

export function emitConditional(scope: Scope, node: ConditionalExpression): string {
  const sides = [node.condition, node.whenTrue, node.whenFalse].map((side) => atom(expression(scope, side)));
  return `${sides[0]} ? ${sides[1]} : ${sides[2]}`;
}
