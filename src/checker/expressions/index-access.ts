/** `xs[i]`, `m[key]`, `s[i]` (language 5). */

import { Origin, showType, type Type, types } from "../../records/index.ts";
import type { IndexExpression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import type { Value } from "../program-state.ts";
import { isJson } from "../types/relations.ts";
import { demand, expect, present } from "../values.ts";

export const checkIndex: ExpressionCheck<IndexExpression> = (context, node) => {
  const value = context.expression(node.object);
  const type = present(context, node.object, value);
  switch (type.kind) {
    case "array":
      expect(context, node.index, types.int);
      return { type: type.element, origins: value.origins };
    case "map":
      expect(context, node.index, types.String, "the keys of a Map are Strings");
      return { type: type.value, origins: value.origins };
    case "String":
      expect(context, node.index, types.int);
      return { type: types.String, origins: value.origins };
    case "object": {
      if (!isJson(type)) return noElements(context, node, type, value);
      const index = context.expression(node.index);
      const isKey = index.type.kind === "String";
      if (!isKey)
        demand(context, node.index, index, types.int, "an object's keys are Strings, an array's indexes ints");
      return { type, origins: value.origins };
    }
    case "unknown":
      context.expression(node.index);
      return { type: types.unknown, origins: value.origins };
    default:
      return noElements(context, node, type, value);
  }
};

function noElements(context: Context, node: IndexExpression, type: Type, value: Value): Value {
  context.expression(node.index);
  context.report("DS2113", node.object, { type: showType(type) });
  return { type: types.unknown, origins: value.origins === 0 ? Origin.literal : value.origins };
}
