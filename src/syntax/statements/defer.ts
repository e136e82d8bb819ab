/** `defer { … }` */

import { defineStatement } from "../grammar.ts";
import { isBeforeBrace } from "./header.ts";

export const deferStatement = defineStatement({
  kind: "defer",
  form: "defer { … }",
  words: ["defer"],
  shape: isBeforeBrace,
  parse: (p) => {
    const start = p.at;
    p.takeWord("defer");
    const body = p.block();
    return { kind: "defer", body, start, end: p.at };
  },
});
