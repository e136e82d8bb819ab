/** `a ?? b` */

import { defineExpression, type InfixRow } from "../grammar.ts";

export const coalesceOperator = defineExpression<InfixRow>({
  role: "infix",
  kind: "coalesce",
  form: "VALUE ?? VALUE",
  operator: "??",
  precedence: "coalesce",
  build: (p, left, _, right) => ({ kind: "coalesce", left, right, start: left.start, end: p.at }),
});
