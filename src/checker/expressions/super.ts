/** `super` is no value: only its constructor and its methods are called (language 5). */

import type { SuperExpression } from "../../syntax/index.ts";
import type { ExpressionCheck } from "../context.ts";
import { unknownValue } from "../values.ts";

export const checkSuper: ExpressionCheck<SuperExpression> = (context, node) => {
  if (context.inClass === undefined) context.report("DS2414", node, { word: "super" });
  else
    context.report("DS2409", node, {
      problem: "`super` is no value",
      hint: "call the base's constructor, `super(…)`, or a method of it, `super.NAME(…)`; its fields are the object's own: `this.NAME`",
    });
  return unknownValue;
};
