/** `parallel { … }`: each statement is a branch (language 6). */

import { openBrace } from "../characters.ts";
import { defineStatement } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";

export const parallelStatement = defineStatement({
  kind: "parallel",
  form: "parallel { … }",
  words: ["parallel"],
  // `parallel {} ::: a b` is a program's word.
  shape: (p, after) => {
    const at = skipTrivia(p, after, true);
    return p.code(at) === openBrace && p.match(/\{[ \t\r\n#;]/y, at) !== undefined;
  },
  parse: (p) => {
    const start = p.at;
    p.takeWord("parallel");
    const body = p.block();
    return { kind: "parallel", body, start, end: p.at };
  },
});
