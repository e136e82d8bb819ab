/** `a ?? b`: b where a is null. */

import { showType, types } from "../../records/index.ts";
import type { CoalesceExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { optional, shared, withoutNull } from "../types/relations.ts";
import { demand, widen } from "../values.ts";

export const checkCoalesce: ExpressionCheck<CoalesceExpression> = (context, node, wanted) => {
  // A null by itself is of whatever type stands for it.
  const left = context.expression(node.left, node.left.kind === "null" ? undefined : optional(wanted ?? types.String));
  if (left.type.kind !== "optional" && left.type.kind !== "unknown" && left.type.kind !== "null") {
    if (left.type.kind === "void") demand(context, node.left, left, wanted ?? types.String);
    else context.report("DS7007", node.left, { type: showType(left.type), operator: "??" });
  }
  const base = left.type.kind === "null" ? types.unknown : withoutNull(left.type);
  const mark = context.flow.mark();
  const right = context.expression(
    node.right,
    wanted?.kind === "optional" ? wanted : base.kind === "unknown" ? wanted : base,
  );
  const change = context.flow.take(mark);
  context.flow.applyAny([change, { reached: true, facts: new Map() }]);
  const type = shared(base, right.type);
  const origins = context.program.graph.join(left.origins, right.origins);
  if (type === undefined) {
    demand(context, node.right, right, base);
    return { type: types.unknown, origins };
  }
  widen(context, node.left, base, type);
  widen(context, node.right, right.type, type);
  return { type, origins };
};
