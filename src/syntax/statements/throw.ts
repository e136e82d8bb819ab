/** `throw UserFault("…")`, `throw f` */

import { doubleQuote, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import { isAlone, isBeforeAssignment, isBeforeName } from "./header.ts";

export const throwStatement = defineStatement({
  kind: "throw",
  form: "throw FAULT(…)",
  words: ["throw"],
  shape: (p, after) =>
    isAlone(p, after) || ((isBeforeName(p, after) || isBeforeString(p, after)) && !isBeforeAssignment(p, after)),
  parse: (p) => {
    const start = p.at;
    p.takeWord("throw");
    const value = p.expression();
    return { kind: "throw", value, start, end: p.at };
  },
});

/** A text is no fault, but whoever writes it means the statement. */
function isBeforeString(p: Parser, after: number): boolean {
  const code = p.code(skipTrivia(p, after, false));
  return code === doubleQuote || code === singleQuote;
}
