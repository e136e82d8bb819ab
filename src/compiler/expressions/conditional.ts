/** `c ? a : b` (language 5). */

import type { ConditionalExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, type Scope } from "../context.ts";
import { countTruth } from "../counting.ts";

export function emitConditional(scope: Scope, node: ConditionalExpression): string {
  const condition = countTruth(scope, node.condition, expression(scope, node.condition));
  const sides = [condition, expression(scope, node.whenTrue), expression(scope, node.whenFalse)].map(atom);
  return `${sides[0]} ? ${sides[1]} : ${sides[2]}`;
}
