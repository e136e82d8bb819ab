/** `this`: the object whose class this is (language 5). */

import { Origin } from "../../records/index.ts";
import type { ThisExpression } from "../../syntax/index.ts";
import { useWhole } from "../classes/making.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import type { Value } from "../program-state.ts";
import { unknownValue } from "../values.ts";

/** By itself it is the whole object, whose fields must have their values by then. */
export const checkThis: ExpressionCheck<ThisExpression> = (context, node) => {
  const value = objectAtHand(context, node);
  useWhole(context, node);
  return value;
};

/** The object left of a dot: only what is asked of it counts. */
export function objectAtHand(context: Context, node: ThisExpression): Value {
  const { inClass } = context;
  if (inClass !== undefined) return { type: inClass.type, origins: Origin.literal };
  context.report("DS2414", node, { word: "this" });
  return unknownValue;
}
