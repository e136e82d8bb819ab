/** `{"a": 1}` */

import { closeBrace } from "../characters.ts";
import { defineExpression, type Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";
import { bracketed } from "./list.ts";

export const mapExpression = defineExpression({
  role: "operand",
  kind: "map",
  form: "{KEY: VALUE, …}",
  opens: "{",
  parse: (p) => {
    const start = p.at;
    const entries = bracketed(p, closeBrace, () => parseEntry(p));
    return { kind: "map", entries, start, end: p.at };
  },
});

function parseEntry(p: Parser): { readonly key: Expression; readonly value: Expression } {
  const key = p.expression();
  p.expect(":");
  const value: Expression = p.panic ? { kind: "error-expression", start: p.at, end: p.at } : p.expression();
  return { key, value };
}
