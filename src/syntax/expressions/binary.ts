/** The arithmetic, bit, comparison and matching operators, with C's precedences (language 5). */

import { defineExpression, type InfixRow } from "../grammar.ts";
import type { Precedence } from "../precedences.ts";
import type { BinaryOperator } from "../tree.ts";

const operators: Readonly<Record<BinaryOperator, Precedence>> = {
  "*": "multiplicative",
  "/": "multiplicative",
  "%": "multiplicative",
  "+": "additive",
  "-": "additive",
  "<<": "shift",
  ">>": "shift",
  ">>>": "shift",
  "<": "relational",
  "<=": "relational",
  ">": "relational",
  ">=": "relational",
  "==": "equality",
  "!=": "equality",
  "=~": "equality",
  "!~": "equality",
  "&": "bit-and",
  "^": "bit-xor",
  "|": "bit-or",
};

// The keys of the table above are its operators: Object.entries forgets that.
export const binaryOperators: readonly InfixRow[] = (Object.entries(operators) as [BinaryOperator, Precedence][]).map(
  ([operator, precedence]) =>
    defineExpression<InfixRow>({
      role: "infix",
      kind: "binary",
      form: `VALUE ${operator} VALUE`,
      operator,
      precedence,
      build: (p, left, operatorSpan, right) => ({
        kind: "binary",
        operator,
        operatorSpan,
        left,
        right,
        start: left.start,
        end: p.at,
      }),
    }),
);
