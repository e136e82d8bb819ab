/** `context "the W class" schedule "Thu 14:40-16:10"` (language 6). */

import { defineStatement } from "../grammar.ts";

export const contextStatement = defineStatement({
  kind: "context",
  form: 'context "NAME" schedule "DAYS HH:MM-HH:MM"',
  words: ["context"],
  shape: (p, after) => p.match(/[ \t]+["'][^\n]*["'][ \t]+schedule[ \t]+(?:["']|@\{)/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("context");
    const name = p.expression();
    const schedule = !p.panic && p.takeWord("schedule") ? p.expression() : undefined;
    return { kind: "context", name, ...(schedule && { schedule }), start, end: p.at };
  },
});
