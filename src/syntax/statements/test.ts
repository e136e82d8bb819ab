/** `test "name" { … }` */

import { defineStatement } from "../grammar.ts";
import { isBeforeNamedBlock } from "./header.ts";

export const testStatement = defineStatement({
  kind: "test",
  form: 'test "NAME" { … }',
  words: ["test"],
  shape: isBeforeNamedBlock,
  parse: (p) => {
    const start = p.at;
    p.takeWord("test");
    const name = p.expression();
    const body = p.block();
    return { kind: "test", name, body, start, end: p.at };
  },
});
