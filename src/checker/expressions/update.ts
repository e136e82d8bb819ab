/** `n++`, `--n`: on numbers. */

import { showType, types } from "../../records/index.ts";
import type { UpdateExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { useSymbol } from "../names/use.ts";
import { isNumber, isUnknown } from "../types/relations.ts";
import { present, unknownValue } from "../values.ts";
import { assignable, checkPlace } from "./assign.ts";

export const checkUpdate: ExpressionCheck<UpdateExpression> = (context, node) => {
  const { target } = node;
  const symbol = target.kind === "name" ? assignable(context, target) : undefined;
  const value =
    target.kind !== "name"
      ? checkPlace(context, target, true)
      : symbol === undefined
        ? undefined
        : useSymbol(context, target, symbol);
  if (value === undefined) return unknownValue;
  if (target.kind === "name") context.program.values.set(target, value);
  const type = present(context, target, value);
  if (isUnknown(type) || isNumber(type)) return { type, origins: value.origins };
  context.report("DS2106", node, { operator: node.operator, left: showType(type), expected: "a number" });
  return { type: types.unknown, origins: value.origins };
};
