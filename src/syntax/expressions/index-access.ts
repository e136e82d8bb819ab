/** `a[i]` */

import { closeBracket } from "../characters.ts";
import { defineExpression } from "../grammar.ts";

export const indexExpression = defineExpression({
  role: "postfix",
  kind: "index",
  form: "VALUE[INDEX]",
  opens: "[",
  parse: (p, object) => {
    const open = p.look();
    const saved = p.newlinesAreBlank;
    p.at = open + 1;
    p.newlinesAreBlank = true;
    p.open(closeBracket, open);
    const index = p.expression();
    p.close(closeBracket, open);
    p.shut();
    p.newlinesAreBlank = saved;
    return { kind: "index", object, index, start: object.start, end: p.at };
  },
});
