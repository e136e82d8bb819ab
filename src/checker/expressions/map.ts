/** `{"a": 1}`: String keys, values of one type, which the context may give. */

import { Origin, type Type, types } from "../../records/index.ts";
import type { Expression, MapExpression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import { lookUpName } from "../names/scope.ts";
import type { Term } from "../origins/graph.ts";
import type { Value } from "../program-state.ts";
import { shared, withoutNull } from "../types/relations.ts";
import { demand, expect, unknownValue, widen } from "../values.ts";

export const checkMap: ExpressionCheck<MapExpression> = (context, node, wanted) => {
  const { graph } = context.program;
  const goal = wanted === undefined ? undefined : withoutNull(wanted);
  const given = goal?.kind === "map" && goal.value.kind !== "unknown" ? goal.value : undefined;
  let origins: Term = Origin.literal;
  let common: Type | undefined = given;
  if (node.entries.length === 0 && (goal === undefined || goal.kind === "String")) {
    context.report("DS2110", node, { what: "an empty Map", example: "Map<int> m = {}" });
    return { type: types.unknown, origins };
  }
  for (const { key, value: part } of node.entries) {
    origins = graph.join(origins, checkKey(context, key).origins);
    if (given !== undefined) {
      origins = graph.join(origins, expect(context, part, given).origins);
      continue;
    }
    const value = context.expression(part, common);
    origins = graph.join(origins, value.origins);
    const both = common === undefined ? value.type : shared(common, value.type);
    if (both === undefined) demand(context, part, value, common ?? types.unknown);
    else if (both.kind === "void") demand(context, part, value, types.int);
    else common = both;
  }
  const type = common ?? types.unknown;
  if (given === undefined)
    for (const { value: part } of node.entries)
      widen(context, part, context.program.values.get(part)?.type ?? type, type);
  return { type: { kind: "map", value: type }, origins };
};

/** `{a: 1}` of JavaScript means the text "a". */
function checkKey(context: Context, key: Expression): Value {
  if (key.kind !== "name" || lookUpName(context, key) !== undefined)
    return expect(context, key, types.String, "the keys of a Map are Strings");
  context.report("DS2001", key, { name: key.name, fix: `a Map's key is a text: \`"${key.name}"\`` });
  return unknownValue;
}
