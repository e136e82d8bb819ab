/** `[a, b]` */

import { closeBracket } from "../characters.ts";
import { defineExpression } from "../grammar.ts";
import { bracketed } from "./list.ts";

export const arrayExpression = defineExpression({
  role: "operand",
  kind: "array",
  form: "[VALUE, …]",
  opens: "[",
  parse: (p) => {
    const start = p.at;
    const elements = bracketed(p, closeBracket, () => p.expression());
    return { kind: "array", elements, start, end: p.at };
  },
});
