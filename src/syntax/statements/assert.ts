/** `assert(e, "why")`, `assert(test -d x, "why")` */

import { defineStatement } from "../grammar.ts";
import type { Condition, Expression, Statement } from "../tree.ts";
import { inParens, isBeforeParen, missing } from "./header.ts";

interface Header {
  readonly condition: Condition;
  readonly why?: Expression;
}

export const assertStatement = defineStatement({
  kind: "assert",
  form: 'assert(CONDITION, "WHY")',
  words: ["assert"],
  shape: isBeforeParen,
  parse: (p): Statement => {
    const start = p.at;
    p.takeWord("assert");
    const header = inParens<Header>(
      p,
      () => {
        const saved = p.commaEnds;
        p.commaEnds = true;
        const condition = p.condition();
        p.commaEnds = saved;
        const why = !p.panic && p.take(",") ? p.expression() : undefined;
        return { condition, ...(why && { why }) };
      },
      () => ({ condition: { kind: "expression-condition", expression: missing(p.at), start: p.at, end: p.at } }),
    );
    return { kind: "assert", ...header, start, end: p.at };
  },
});
