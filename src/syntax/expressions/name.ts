/** A name: a variable, a function, a built-in object. */

import { defineExpression } from "../grammar.ts";

export const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

export const nameExpression = defineExpression({
  role: "operand",
  kind: "name",
  form: "NAME",
  opens: letters,
  parse: (p) => {
    const start = p.at;
    p.at = p.nameEnd(start);
    return { kind: "name", name: p.text.slice(start, p.at), start, end: p.at };
  },
});
