/** `monitor NAME every 10s { … }` (language 6). */

import { defineStatement } from "../grammar.ts";

export const monitorStatement = defineStatement({
  kind: "monitor",
  form: "monitor NAME every DURATION { … return VALUE }",
  words: ["monitor"],
  shape: (p, after) => p.match(/[ \t]+[A-Za-z_]\w*[ \t]+every\b/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("monitor");
    const name = p.name("the monitor's name");
    p.declare(name);
    if (!p.panic && !p.takeWord("every")) p.fail(p.look(), "`every`");
    const every = p.expression();
    const body = p.block();
    return { kind: "monitor", name, every, body, start, end: p.at };
  },
});
