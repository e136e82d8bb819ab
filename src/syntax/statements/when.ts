/** `when (CONDITION) at most 2 per 1h { … }` (language 6). */

import { defineStatement, type Parser } from "../grammar.ts";
import type { WhenStatement } from "../tree.ts";
import { isBeforeParen, parenthesizedCondition } from "./header.ts";

export const whenStatement = defineStatement({
  kind: "when",
  form: "when (CONDITION) at most NUMBER per DURATION { … }",
  words: ["when"],
  shape: isBeforeParen,
  parse: (p) => {
    const start = p.at;
    p.takeWord("when");
    const condition = parenthesizedCondition(p);
    const atMost = parseCap(p);
    const body = p.block();
    return { kind: "when", condition, ...(atMost && { atMost }), body, start, end: p.at };
  },
});

function parseCap(p: Parser): WhenStatement["atMost"] {
  if (!takeAtMost(p)) return undefined;
  const times = p.expression();
  if (!p.panic && !p.takeWord("per")) p.fail(p.look(), "`per`, and a time");
  return { times, per: p.expression() };
}

/** `at most`, on this line or the next. */
export function takeAtMost(p: Parser): boolean {
  if (p.panic) return false;
  const at = p.lookLines();
  const match = p.match(/at[ \t]+most\b/y, at);
  if (match === undefined) return false;
  p.at = at + match[0].length;
  return true;
}
