/** A name: a variable, a function, a built-in object. */

import { defineExpression } from "../grammar.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

export const nameExpression = defineExpression({
  role: "operand",
  kind: "name",
  form: "NAME",
  opens: letters,
  parse: (p) => {
    const start = p.at;
    p.at = p.nameEnd(start);
    const name = p.text.slice(start, p.at);
    const next = p.look();
    if (p.startsWith("=>", next)) p.fail(next, "the end of the value", `a closure has parentheses: \`(${name}) => …\``);
    return { kind: "name", name, start, end: p.at };
  },
});
