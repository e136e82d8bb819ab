/** `$!` (language 3). */

import { bang } from "../characters.ts";
import { defineExpression } from "../grammar.ts";

export const lastJobExpression = defineExpression({
  role: "operand",
  kind: "last-job",
  form: "$!",
  opens: "$",
  shape: (p) => p.code(p.at + 1) === bang,
  parse: (p) => {
    const start = p.at;
    p.at += 2;
    return { kind: "last-job", start, end: p.at };
  },
});
