/** `break` */

import { defineStatement } from "../grammar.ts";
import { isAlone } from "./header.ts";

export const breakStatement = defineStatement({
  kind: "break",
  form: "break",
  words: ["break"],
  shape: isAlone,
  parse: (p) => {
    const start = p.at;
    p.takeWord("break");
    return { kind: "break", start, end: p.at };
  },
});
