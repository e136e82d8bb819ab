/** `f(a, b)` */

import { closeParen } from "../characters.ts";
import { parseArgument } from "../commands/argument.ts";
import { defineExpression } from "../grammar.ts";
import { bracketed } from "./list.ts";

export const callExpression = defineExpression({
  role: "postfix",
  kind: "call",
  form: "FUNCTION(VALUE, …)",
  opens: "(",
  parse: (p, callee) => {
    const values = bracketed(p, closeParen, () => parseArgument(p, callee));
    return { kind: "call", callee, arguments: values, start: callee.start, end: p.at };
  },
});
