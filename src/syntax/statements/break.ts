/** `break` */

import { defineStatement } from "../grammar.ts";
import { isAlone } from "./header.ts";

export const breakStatement = defineStatement({
  kind: "break",
  form: "break",
  words: ["break"],
  // `break 2` of the shells is read as far as it goes, so that the message is about the 2.
  shape: (p, after) => isAlone(p, after) || p.match(/[ \t]+\d/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("break");
    return { kind: "break", start, end: p.at };
  },
});
