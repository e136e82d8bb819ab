/** `new Disk("sda")` of Java: read as `Disk("sda")`, which is how it is written here (language 5). */

import { closeParen } from "../characters.ts";
import { parseArgument } from "../commands/argument.ts";
import { isNewAt } from "../conditions.ts";
import { defineExpression, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression } from "../tree.ts";
import { bracketed } from "./list.ts";

export const newExpression = defineExpression({
  role: "operand",
  kind: "call",
  form: "CLASS(VALUE, …)",
  opens: "n",
  shape: (p) => isNewAt(p, p.at),
  parse: (p) => {
    const start = p.at;
    p.at = skipTrivia(p, start + "new".length, false);
    const callee = readClass(p);
    const values = bracketed(p, closeParen, () => parseArgument(p, callee));
    return { kind: "call", callee, arguments: values, start, end: p.at };
  },
});

/** `Disk` or `lib.Disk`, as the value that a call has ahead of its parentheses. */
function readClass(p: Parser): Expression {
  const start = p.at;
  p.at = p.nameEnd(start);
  const first: Expression = { kind: "name", name: p.text.slice(start, p.at), start, end: p.at };
  if (p.text.charAt(p.at) !== ".") return first;
  const from = p.at + 1;
  p.at = p.nameEnd(from);
  const name = { kind: "identifier", name: p.text.slice(from, p.at), start: from, end: p.at } as const;
  return { kind: "member", object: first, name, start, end: p.at };
}
