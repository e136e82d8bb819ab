/** `assure "goal" { … }`, `assure G3 { … }` (language 10). */

import { defineStatement } from "../grammar.ts";
import { isBeforeReferredBlock, parseReference } from "./case-reference.ts";

export const assureStatement = defineStatement({
  kind: "assure",
  form: 'assure "GOAL" { … }',
  words: ["assure"],
  shape: isBeforeReferredBlock,
  parse: (p) => {
    const start = p.at;
    p.takeWord("assure");
    const goal = parseReference(p);
    const body = p.block();
    return { kind: "assure", goal, body, start, end: p.at };
  },
});
