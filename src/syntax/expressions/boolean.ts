/** `true` and `false` */

import { defineExpression, type Parser } from "../grammar.ts";

export const booleanLiteral = defineExpression({
  role: "operand",
  kind: "boolean",
  form: "true",
  opens: "tf",
  shape: (p) => isWord(p, "true") || isWord(p, "false"),
  parse: (p) => {
    const start = p.at;
    p.at = p.nameEnd(start);
    return { kind: "boolean", value: p.at - start === 4, start, end: p.at };
  },
});

function isWord(p: Parser, word: string): boolean {
  return p.startsWith(word, p.at) && p.nameEnd(p.at) === p.at + word.length;
}
