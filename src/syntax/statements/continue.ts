/** `continue` */

import { defineStatement } from "../grammar.ts";
import { isAlone } from "./header.ts";

export const continueStatement = defineStatement({
  kind: "continue",
  form: "continue",
  words: ["continue"],
  shape: isAlone,
  parse: (p) => {
    const start = p.at;
    p.takeWord("continue");
    return { kind: "continue", start, end: p.at };
  },
});
