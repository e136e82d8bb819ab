/** `null` */

import { defineExpression } from "../grammar.ts";

export const nullLiteral = defineExpression({
  role: "operand",
  kind: "null",
  form: "null",
  opens: "n",
  shape: (p) => p.startsWith("null", p.at) && p.nameEnd(p.at) === p.at + 4,
  parse: (p) => {
    const start = p.at;
    p.at += 4;
    return { kind: "null", start, end: p.at };
  },
});
