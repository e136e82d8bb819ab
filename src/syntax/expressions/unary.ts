/** `!e`, `-e`, `+e`, `~e` */

import { defineExpression, type PrefixRow } from "../grammar.ts";
import type { UnaryExpression } from "../tree.ts";

const operators = ["!", "-", "+", "~"] as const satisfies readonly UnaryExpression["operator"][];

export const unaryOperators: readonly PrefixRow[] = operators.map((operator) =>
  defineExpression<PrefixRow>({
    role: "prefix",
    kind: "unary",
    form: `${operator}VALUE`,
    operator,
    build: (p, start, operand) => ({ kind: "unary", operator, operand, start, end: p.at }),
  }),
);
