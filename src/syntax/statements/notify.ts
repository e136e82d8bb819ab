/** `notify ROLE, … "text"` (language 6). */

import { comma } from "../characters.ts";
import { defineStatement } from "../grammar.ts";
import type { Identifier } from "../tree.ts";

export const notifyStatement = defineStatement({
  kind: "notify",
  form: 'notify ROLE, … "TEXT"',
  words: ["notify"],
  shape: (p, after) => p.match(/[ \t]+[A-Za-z_]\w*(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*[ \t]*["']/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("notify");
    const roles: Identifier[] = [];
    do roles.push(p.name("a role"));
    while (!p.panic && p.code(p.look()) === comma && p.take(","));
    const message = p.expression();
    return { kind: "notify", roles, message, start, end: p.at };
  },
});
