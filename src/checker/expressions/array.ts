/** `[a, b]`: elements of one type, which the context may give. */

import { Origin, type Type, types } from "../../records/index.ts";
import type { ArrayExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import type { Term } from "../origins/graph.ts";
import { shared, withoutNull } from "../types/relations.ts";
import { demand, expect, widen } from "../values.ts";

export const checkArray: ExpressionCheck<ArrayExpression> = (context, node, wanted) => {
  const { graph } = context.program;
  const goal = wanted === undefined ? undefined : withoutNull(wanted);
  const given = goal?.kind === "array" && goal.element.kind !== "unknown" ? goal.element : undefined;
  let origins: Term = Origin.literal;
  if (given !== undefined) {
    for (const element of node.elements) origins = graph.join(origins, expect(context, element, given).origins);
    return { type: { kind: "array", element: given }, origins };
  }
  if (node.elements.length === 0) {
    // A text takes no array of any type; elsewhere the mismatch says all.
    if (goal === undefined || goal.kind === "String") {
      context.report("DS2110", node, { what: "an empty array", example: "String[] xs = []" });
      return { type: types.unknown, origins };
    }
    return { type: { kind: "array", element: types.unknown }, origins };
  }
  let element: Type | undefined;
  const values = node.elements.map((each) => {
    const value = context.expression(each, element);
    origins = graph.join(origins, value.origins);
    const both = element === undefined ? value.type : shared(element, value.type);
    if (both === undefined) demand(context, each, value, element ?? types.unknown);
    else if (both.kind === "void") demand(context, each, value, types.int);
    else element = both;
    return value;
  });
  const type = element ?? types.unknown;
  for (const [index, each] of node.elements.entries()) widen(context, each, values[index]?.type ?? type, type);
  if (type.kind === "null") {
    context.report("DS2110", node, { what: "an array of null", example: "String?[] xs = [null]" });
    return { type: types.unknown, origins };
  }
  return { type: { kind: "array", element: type }, origins };
};
