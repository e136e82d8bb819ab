/** `super(…)` and `super.m(…)`, within a class (language 5). */

import { defineExpression } from "../grammar.ts";
import { isWordAt } from "./word.ts";

export const superExpression = defineExpression({
  role: "operand",
  kind: "super",
  form: "super(VALUE, …), super.NAME(VALUE, …)",
  opens: "s",
  shape: (p) => isWordAt(p, "super"),
  parse: (p) => {
    const start = p.at;
    p.at += "super".length;
    return { kind: "super", start, end: p.at };
  },
});
