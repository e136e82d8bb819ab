/** `throw UserFault("…")`, `throw f` */

import { dollar, doubleQuote, isBlank, isDigit, openParen, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import { isAlone, isBeforeAssignment, isBeforeName } from "./header.ts";

export const throwStatement = defineStatement({
  kind: "throw",
  form: "throw FAULT(…)",
  words: ["throw"],
  shape: (p, after) =>
    isAlone(p, after) || ((isBeforeName(p, after) || isBeforeValue(p, after)) && !isBeforeAssignment(p, after)),
  parse: (p) => {
    const start = p.at;
    p.takeWord("throw");
    refuseNew(p);
    const value = p.expression();
    return { kind: "throw", value, start, end: p.at };
  },
});

/** `throw new …`, as Java and JavaScript write it. */
function refuseNew(p: Parser): void {
  const at = p.look();
  if (p.match(/new[ \t]+[A-Z]/y, at) === undefined) return;
  p.report("DS1001", at, at + 3, {
    found: "`new`",
    expected: "a fault",
    fix: 'write `throw UserFault("why")`, without `new`',
  });
  p.at = at + 3;
}

/** A text, a number or an output is no fault, but whoever writes it means the statement. */
function isBeforeValue(p: Parser, after: number): boolean {
  const at = skipTrivia(p, after, false);
  const code = p.code(at);
  return isBlank(p.code(after)) && ([doubleQuote, singleQuote, dollar, openParen].includes(code) || isDigit(code));
}
