/** `!e`, `-e`, `+e`, `~e`. */

import { showType, types } from "../../records/index.ts";
import type { UnaryExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { isNumber, isUnknown } from "../types/relations.ts";
import { booleanOf, present } from "../values.ts";
import { wantedOfSign } from "./context-value.ts";

export const checkUnary: ExpressionCheck<UnaryExpression> = (context, node, wanted) => {
  if (node.operator === "!") {
    const outcome = context.test(node.operand);
    context.flow.applyAny([outcome.whenTrue, outcome.whenFalse]);
    const operand = context.program.values.get(node.operand);
    return { type: booleanOf(operand?.type), origins: operand?.origins ?? 0 };
  }
  const value = context.expression(node.operand, wantedOfSign(context, node.operand, wanted));
  const type = present(context, node.operand, value);
  if (isUnknown(type)) return { type, origins: value.origins };
  if (
    node.operator === "~" ? type.kind === "int" : isNumber(type) || type.kind === "Duration" || type.kind === "Size"
  ) {
    if (value.fold === undefined || node.operator === "~") return { type, origins: value.origins };
    return { type, origins: value.origins, fold: node.operator === "-" ? 0 - value.fold : value.fold };
  }
  context.report("DS2106", node, {
    operator: node.operator,
    left: showType(type),
    expected: node.operator === "~" ? "an int" : "a number, a Duration or a Size",
  });
  return { type: types.unknown, origins: value.origins };
};
