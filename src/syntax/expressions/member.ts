/** `a.b` */

import { defineExpression } from "../grammar.ts";

export const memberExpression = defineExpression({
  role: "postfix",
  kind: "member",
  form: "VALUE.NAME",
  opens: ".",
  continues: true,
  parse: (p, object) => {
    p.take(".");
    const start = p.look();
    const end = p.nameEnd(start);
    const name = p.text.slice(start, end);
    if (end === start) p.fail(start, "a name behind the `.`");
    else p.at = end;
    const span = { start: Math.min(start, p.at), end: p.at };
    return { kind: "member", object, name: { kind: "identifier", name, ...span }, start: object.start, end: p.at };
  },
});
