/** `lock "name" { … }` */

import { doubleQuote, isBlank, openBrace, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";

export const lockStatement = defineStatement({
  kind: "lock",
  form: 'lock "NAME" { … }',
  words: ["lock"],
  shape: isLock,
  parse: (p) => {
    const start = p.at;
    p.takeWord("lock");
    const name = p.expression();
    const body = p.block();
    return { kind: "lock", name, body, start, end: p.at };
  },
});

/** A string and then `{`, in one line: `lock "x" y` is a program. */
function isLock(p: Parser, after: number): boolean {
  let at = after;
  while (isBlank(p.code(at))) at += 1;
  const quote = p.code(at);
  if (at === after || (quote !== doubleQuote && quote !== singleQuote)) return false;
  const string = p.match(quote === singleQuote ? /'[^'\n]*'/y : /"(?:[^"\\\n]|\\.)*"/y, at);
  if (string === undefined) return true;
  at += string[0].length;
  while (isBlank(p.code(at)) || p.code(at) === 10) at += 1;
  // A string within `${…}` ends the match early: then the text goes on with neither a blank nor a brace.
  return p.code(at) === openBrace || string[0].includes("${");
}
