/** `wait until (cond) every 2s timeout 1m` */

import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, Statement } from "../tree.ts";
import { isBeforeParen, parenthesizedCondition } from "./header.ts";

export const waitStatement = defineStatement({
  kind: "wait",
  form: "wait until (CONDITION) every DURATION timeout DURATION",
  words: ["wait"],
  shape: (p, after) => {
    const at = skipTrivia(p, after, false);
    return at > after && p.startsWith("until", at) && isBeforeParen(p, at + 5);
  },
  parse: parseWait,
});

function parseWait(p: Parser): Statement {
  const start = p.at;
  p.takeWord("wait");
  p.takeWord("until");
  const condition = parenthesizedCondition(p);
  let every: Expression | undefined;
  let timeout: Expression | undefined;
  while (!p.panic) {
    const at = p.look();
    if (p.takeWord("every")) {
      if (every !== undefined) p.report("DS1213", at, p.at, { clause: "every" });
      every = p.expression();
    } else if (p.takeWord("timeout")) {
      if (timeout !== undefined) p.report("DS1213", at, p.at, { clause: "timeout" });
      timeout = p.expression();
    } else break;
  }
  return { kind: "wait", condition, ...(every && { every }), ...(timeout && { timeout }), start, end: p.at };
}
