/** `lock "name" { … }` */

import { defineStatement } from "../grammar.ts";
import { isBeforeNamedBlock } from "./header.ts";

export const lockStatement = defineStatement({
  kind: "lock",
  form: 'lock "NAME" { … }',
  words: ["lock"],
  shape: isBeforeNamedBlock,
  parse: (p) => {
    const start = p.at;
    p.takeWord("lock");
    const name = p.expression();
    const body = p.block();
    return { kind: "lock", name, body, start, end: p.at };
  },
});
