/** `(e)`: no node of its own. */

import { closeParen } from "../characters.ts";
import { defineExpression } from "../grammar.ts";

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
    const value = p.expression();
    p.close(closeParen, open);
    p.shut();
    p.newlinesAreBlank = saved;
    return value;
  },
});
