/** `e instanceof T` (language 5). */

import { defineExpression, type InfixRow } from "../grammar.ts";

export const instanceofOperator = defineExpression<InfixRow>({
  role: "infix",
  kind: "instanceof",
  form: "VALUE instanceof TYPE",
  operator: "instanceof",
  precedence: "relational",
  rest: (p, left) => {
    const type = p.type();
    return { kind: "instanceof", left, type, start: left.start, end: p.at };
  },
  build: (_p, left) => left,
});
