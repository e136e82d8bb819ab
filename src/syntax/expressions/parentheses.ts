/** `(e)`: no node of its own. */

import { closeParen, comma } from "../characters.ts";
import { defineExpression, type Parser } from "../grammar.ts";
import type { Expression } from "../tree.ts";

/** The row counts as the error's: whatever stands in the parentheses has its own kind. */
export const parentheses = defineExpression({
  role: "operand",
  kind: "error-expression",
  form: "(VALUE)",
  opens: "(",
  parse: (p) => {
    const open = p.at;
    const saved = p.newlinesAreBlank;
    p.at = open + 1;
    p.newlinesAreBlank = true;
    p.open(closeParen, open);
    const first = p.expression();
    const value = !p.panic && p.code(p.look()) === comma ? readList(p, first) : first;
    p.close(closeParen, open);
    p.shut();
    p.newlinesAreBlank = saved;
    p.parenthesized.add(value);
    return value;
  },
});

/** `(1, 2)` of other languages: an array. */
function readList(p: Parser, first: Expression): Expression {
  p.mention(p.look(), "`)`", { fix: "an array is written `[1, 2]`" });
  const elements = [first];
  while (!p.panic && p.take(",")) if (p.code(p.look()) !== closeParen) elements.push(p.expression());
  return { kind: "array", elements, start: first.start, end: p.at };
}
