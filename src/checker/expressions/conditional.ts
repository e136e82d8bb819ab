/** `c ? a : b`. */

import { types } from "../../records/index.ts";
import type { ConditionalExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { shared } from "../types/relations.ts";
import { demand, widen } from "../values.ts";

export const checkConditional: ExpressionCheck<ConditionalExpression> = (context, node, wanted) => {
  const outcome = context.test(node.condition);
  const mark = context.flow.mark();
  context.flow.apply({ ...outcome.whenTrue, reached: true });
  const a = context.expression(node.whenTrue, wanted);
  const first = context.flow.take(mark);
  context.flow.apply({ ...outcome.whenFalse, reached: true });
  const b = context.expression(node.whenFalse, wanted ?? (a.type.kind === "null" ? undefined : a.type));
  const second = context.flow.take(mark);
  context.flow.applyAny([first, second]);
  const origins = context.program.graph.join(a.origins, b.origins);
  const type = shared(a.type, b.type);
  if (type === undefined) {
    demand(context, node.whenFalse, b, a.type);
    return { type: types.unknown, origins };
  }
  widen(context, node.whenTrue, a.type, type);
  widen(context, node.whenFalse, b.type, type);
  return { type, origins };
};
