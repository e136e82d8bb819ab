/** `$?` (language 3). */

import { question } from "../characters.ts";
import { defineExpression } from "../grammar.ts";

export const statusExpression = defineExpression({
  role: "operand",
  kind: "status",
  form: "$?",
  opens: "$",
  shape: (p) => p.code(p.at + 1) === question,
  parse: (p) => {
    const start = p.at;
    p.at += 2;
    return { kind: "status", start, end: p.at };
  },
});
