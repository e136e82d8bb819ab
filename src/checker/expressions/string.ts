/** `"text ${value}"`: every part must be something that prints (language 3, 5). */

import { Origin, types } from "../../records/index.ts";
import type { StringExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import type { Term } from "../origins/graph.ts";
import { printable } from "../values.ts";

export const checkString: ExpressionCheck<StringExpression> = (context, node) => {
  let origins: Term = node.parts.length === 0 ? Origin.literal : 0;
  for (const part of node.parts) {
    if (part.kind === "text") {
      origins = context.program.graph.join(origins, Origin.literal);
      continue;
    }
    const value = context.expression(part.expression, types.String);
    printable(context, part.expression, value);
    origins = context.program.graph.join(origins, value.origins);
  }
  return { type: types.String, origins };
};
