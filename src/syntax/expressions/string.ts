/** `'…'` and `"…${e}…"` (language 3). */

import { defineExpression } from "../grammar.ts";
import { readString } from "../scan/strings.ts";

export const stringExpression = defineExpression({
  role: "operand",
  kind: "string",
  form: '"TEXT"',
  opens: "\"'",
  parse: (p) => {
    const start = p.at;
    const parts = readString(p).filter((part) => part.kind !== "text" || part.text !== "");
    return { kind: "string", parts, start, end: p.at };
  },
});
