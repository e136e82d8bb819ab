/** `"text ${value}"`: every part must be something that prints (language 3, 5). */

import { Origin, types } from "../../records/index.ts";
import type { StringExpression } from "../../syntax/index.ts";
import { adviseText } from "../case/looks-like.ts";
import type { ExpressionCheck } from "../context.ts";
import type { Term } from "../origins/graph.ts";
import { writtenText } from "../origins/places.ts";
import type { Value } from "../program-state.ts";
import { printable } from "../values.ts";

const plain: Value = { type: types.String, origins: Origin.literal };

export const checkString: ExpressionCheck<StringExpression> = (context, node) => {
  const [first] = node.parts;
  for (const part of node.parts) if (part.kind === "text") adviseText(context, part);
  const start = first?.kind === "text" ? writtenText(first.text) : Origin.literal;
  if (node.parts.every((part) => part.kind === "text"))
    return start === Origin.literal ? plain : { ...plain, origins: start };
  let origins: Term = node.parts.length === 0 ? Origin.literal : 0;
  for (const part of node.parts) {
    if (part.kind === "text") {
      origins = context.program.graph.join(origins, part === first ? start : Origin.literal);
      continue;
    }
    const value = printable(context, part.expression, context.expression(part.expression, types.String));
    origins = context.program.graph.join(origins, value.origins);
  }
  return { type: types.String, origins };
};
