/** `n++`, `--n` */

import { defineExpression, type PostfixRow, type PrefixRow } from "../grammar.ts";
import { checkTarget } from "./target.ts";

const operators = ["++", "--"] as const;

export const updatePrefixes: readonly PrefixRow[] = operators.map((operator) =>
  defineExpression<PrefixRow>({
    role: "prefix",
    kind: "update",
    form: `${operator}NAME`,
    operator,
    build: (p, start, target) => {
      // `----n`: once is enough.
      if (target.kind === "error-expression" || !checkTarget(p, target, operator))
        return { kind: "error-expression", start, end: p.at };
      return { kind: "update", operator, prefix: true, target, start, end: p.at };
    },
  }),
);

export const updatePostfixes: readonly PostfixRow[] = operators.map((operator) =>
  defineExpression<PostfixRow>({
    role: "postfix",
    kind: "update",
    form: `NAME${operator}`,
    opens: operator,
    parse: (p, target) => {
      p.take(operator);
      if (target.kind === "error-expression" || !checkTarget(p, target, operator))
        return { kind: "error-expression", start: target.start, end: p.at };
      return { kind: "update", operator, prefix: false, target, start: target.start, end: p.at };
    },
  }),
);
