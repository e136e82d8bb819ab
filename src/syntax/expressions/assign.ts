/** `n = e`, `n += e`, …, grouping to the right */

import { defineExpression, type InfixRow } from "../grammar.ts";
import type { AssignOperator } from "../tree.ts";
import { checkTarget } from "./target.ts";

const operators = [
  "=",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "<<=",
  ">>=",
  ">>>=",
  "&=",
  "^=",
  "|=",
  "??=",
] as const satisfies readonly AssignOperator[];

export const assignOperators: readonly InfixRow[] = operators.map((operator) =>
  defineExpression<InfixRow>({
    role: "infix",
    kind: "assign",
    form: `NAME ${operator} VALUE`,
    operator,
    precedence: "assignment",
    rightToLeft: true,
    build: (p, target, _, value) => {
      checkTarget(p, target, operator);
      return { kind: "assign", operator, target, value, start: target.start, end: p.at };
    },
  }),
);
