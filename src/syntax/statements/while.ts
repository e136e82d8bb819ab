/** `while (cond) …` */

import { defineStatement } from "../grammar.ts";
import { isBeforeParen, parenthesizedCondition } from "./header.ts";

export const whileStatement = defineStatement({
  kind: "while",
  form: "while (CONDITION) { … }",
  words: ["while"],
  shape: isBeforeParen,
  parse: (p) => {
    const start = p.at;
    p.takeWord("while");
    const condition = parenthesizedCondition(p);
    const body = p.body();
    return { kind: "while", condition, body, start, end: p.at };
  },
});
