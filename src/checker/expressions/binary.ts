/** The C operators with two sides. */

import { type Type, types } from "../../records/index.ts";
import type { BinaryExpression, Expression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import type { Value } from "../program-state.ts";
import { operate } from "../types/operators.ts";
import { wantedBeside } from "./context-value.ts";

/** A long chain `a + b + c …` leans to the left: its spine is gone down in a loop, so that its length is no depth. */
export const checkBinary: ExpressionCheck<BinaryExpression> = (context, node) => {
  const spine: BinaryExpression[] = [node];
  for (let at = node.left; at.kind === "binary"; at = at.left) spine.push(at);
  const last = spine.at(-1) ?? node;
  // What a context's value is to be, the other side says.
  const first = last.left.kind === "context-value" ? leaf(context, last.right, last.left, last.operator) : undefined;
  let left = leaf(context, last.left, last.right, last.operator, first);
  for (let at = spine.length - 1; at >= 0; at -= 1) {
    const each = spine[at];
    if (each === undefined) break;
    const right =
      each === last && first !== undefined ? first : leaf(context, each.right, each.left, each.operator, left);
    left = operate(context, each.operator, each.operatorSpan, {
      left: each.left,
      leftValue: left,
      right: each.right,
      rightValue: right,
    });
    if (at > 0) context.program.values.set(each, left);
  }
  return left.inError === true ? { type: types.unknown, origins: left.origins } : left;
};

/** A side of an operator. Compared with null, `env.NAME` may be unset (language 3). */
function leaf(context: Context, node: Expression, other: Expression, operator: string, beside?: Value): Value {
  const wanted: Type | undefined =
    (operator === "==" || operator === "!=") && other.kind === "null" && node.kind !== "null"
      ? { kind: "optional", base: types.String }
      : beside && wantedBeside(context, node, beside.type, operator);
  return context.expression(node, wanted);
}
