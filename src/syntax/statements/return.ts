/** `return`, `return e` */

import { doubleQuote, isBlank, openParen, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { isAlone, isBeforeAssignment } from "./header.ts";

export const returnStatement = defineStatement({
  kind: "return",
  form: "return VALUE",
  words: ["return"],
  shape: (p, after) => isAlone(p, after) || startsValue(p, after),
  parse: (p) => {
    const start = p.at;
    p.takeWord("return");
    const alone = isAlone(p, p.at);
    const value = alone ? undefined : p.expression();
    return { kind: "return", ...(value && { value }), start, end: p.at };
  },
});

function startsValue(p: Parser, after: number): boolean {
  const code = p.code(after);
  return (
    code === openParen ||
    code === doubleQuote ||
    code === singleQuote ||
    (isBlank(code) && !isBeforeAssignment(p, after))
  );
}
