/** `do { … } while (cond)` */

import { defineStatement } from "../grammar.ts";
import { isBeforeBrace, parenthesizedCondition } from "./header.ts";

export const doStatement = defineStatement({
  kind: "do",
  form: "do { … } while (CONDITION)",
  words: ["do"],
  shape: isBeforeBrace,
  parse: (p) => {
    const start = p.at;
    p.takeWord("do");
    const body = p.block();
    if (!p.panic) p.at = p.lookLines();
    if (!p.panic && !p.takeWord("while")) p.fail(p.look(), "`while (…)`");
    const condition = parenthesizedCondition(p);
    return { kind: "do", body, condition, start, end: p.at };
  },
});
