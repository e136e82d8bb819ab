/** `a && b`, `a || b` */

import { defineExpression, type InfixRow } from "../grammar.ts";

const operators = ["&&", "||"] as const;

export const logicalOperators: readonly InfixRow[] = operators.map((operator) =>
  defineExpression<InfixRow>({
    role: "infix",
    kind: "logical",
    form: `VALUE ${operator} VALUE`,
    operator,
    precedence: operator === "&&" ? "and" : "or",
    build: (p, left, _, right) => ({ kind: "logical", operator, left, right, start: left.start, end: p.at }),
  }),
);
