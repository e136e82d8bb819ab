/** `this`, within a class (language 5). */

import { defineExpression } from "../grammar.ts";
import { isWordAt } from "./word.ts";

export const thisExpression = defineExpression({
  role: "operand",
  kind: "this",
  form: "this",
  opens: "t",
  shape: (p) => isWordAt(p, "this"),
  parse: (p) => {
    const start = p.at;
    p.at += "this".length;
    return { kind: "this", start, end: p.at };
  },
});
