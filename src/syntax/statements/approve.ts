/** `approve ROLE "question" timeout 10m` (language 6). */

import { defineStatement } from "../grammar.ts";

export const approveStatement = defineStatement({
  kind: "approve",
  form: 'approve ROLE "QUESTION" timeout DURATION',
  words: ["approve"],
  shape: (p, after) => p.match(/[ \t]+[A-Za-z_]\w*[ \t]+["']/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("approve");
    const role = p.name("a role");
    const question = p.expression();
    const timeout = !p.panic && p.takeWord("timeout") ? p.expression() : undefined;
    return { kind: "approve", role, question, ...(timeout && { timeout }), start, end: p.at };
  },
});
