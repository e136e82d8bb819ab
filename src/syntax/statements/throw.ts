/** `throw UserFault("…")`, `throw f` */

import { defineStatement } from "../grammar.ts";
import { isAlone, isBeforeAssignment, isBeforeName } from "./header.ts";

export const throwStatement = defineStatement({
  kind: "throw",
  form: "throw FAULT(…)",
  words: ["throw"],
  shape: (p, after) => isAlone(p, after) || (isBeforeName(p, after) && !isBeforeAssignment(p, after)),
  parse: (p) => {
    const start = p.at;
    p.takeWord("throw");
    const value = p.expression();
    return { kind: "throw", value, start, end: p.at };
  },
});
