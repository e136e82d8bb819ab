/** `continue` */

import { defineStatement } from "../grammar.ts";
import { isAlone } from "./header.ts";

export const continueStatement = defineStatement({
  kind: "continue",
  form: "continue",
  words: ["continue"],
  // `continue 2` of the shells is read as far as it goes, so that the message is about the 2.
  shape: (p, after) => isAlone(p, after) || p.match(/[ \t]+\d/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("continue");
    return { kind: "continue", start, end: p.at };
  },
});
