/** `retry 3 times [every 5s [doubling]] [on ExternalFault, …] { … }` */

import { comma } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import type { Expression, Identifier, RetryClause } from "../tree.ts";

export const retryStatement = defineStatement({
  kind: "retry",
  form: "retry NUMBER times every DURATION doubling on FAULT { … }",
  words: ["retry"],
  shape: (p, after) => p.match(/[ \t(](?:@\{[^{}\n]*\}|[^\n{;|&"'<>])*[ \t)]times\b/y, after) !== undefined,
  parse: (p) => {
    const start = p.at;
    p.takeWord("retry");
    const clause = parseRetryClause(p);
    const body = p.block();
    return { kind: "retry", ...clause, body, start, end: p.at };
  },
});

/** What stands behind the word: of the statement, and of a task's clause. */
export function parseRetryClause(p: Parser): RetryClause {
  const times = p.expression();
  if (!p.panic && !p.takeWord("times")) p.fail(p.look(), "`times`");
  let every: Expression | undefined;
  let doubling = false;
  const on: Identifier[] = [];
  while (!p.panic) {
    const before = p.at;
    const at = p.lookLines();
    p.at = at;
    if (p.takeWord("every")) {
      if (every !== undefined) p.report("DS1213", at, p.at, { clause: "every" });
      every = p.expression();
      doubling = p.takeWord("doubling") || doubling;
    } else if (p.takeWord("on")) {
      if (on.length > 0) p.report("DS1213", at, p.at, { clause: "on" });
      do on.push(p.name("a fault's kind or class"));
      while (!p.panic && p.code(p.look()) === comma && p.take(","));
    } else {
      p.at = before;
      break;
    }
  }
  return { times, ...(every && { every }), doubling, on };
}
