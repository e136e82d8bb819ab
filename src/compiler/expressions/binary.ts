/** `a + b`, `a < b`, `a =~ /b/` (language 5). */

import type { BinaryExpression, Expression } from "../../syntax/index.ts";
import { expression, type Scope, temporary, typeOf } from "../context.ts";
import { emitOperation } from "../operators.ts";

// V8 reads nested calls by recursion: a longer chain is emitted as a flat list of assignments.
const deepest = 100;

/** A chain leans to the left: its spine is gone down in a loop, so that its length is no depth. */
export function emitBinary(scope: Scope, node: BinaryExpression): string {
  const spine: BinaryExpression[] = [];
  let first: Expression = node;
  for (; first.kind === "binary"; first = first.left) spine.push(first);
  const steps: string[] = [];
  const kept = spine.length > deepest ? temporary(scope) : undefined;
  let code = expression(scope, first);
  for (const each of spine.reverse()) {
    const { operator, left, right } = each;
    const rightCode = expression(scope, right);
    code = emitOperation(scope, {
      node: each,
      operator,
      left,
      right,
      leftCode: code,
      rightCode,
      type: typeOf(scope, each),
    });
    if (kept === undefined) continue;
    steps.push(`${kept} = ${code}`);
    code = kept;
  }
  return kept === undefined ? code : `(${steps.join(", ")}, ${kept})`;
}
