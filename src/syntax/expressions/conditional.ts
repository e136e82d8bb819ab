/** `a ? b : c`, grouping to the right */

import { defineExpression, type InfixRow } from "../grammar.ts";

export const conditionalOperator = defineExpression<InfixRow>({
  role: "infix",
  kind: "conditional",
  form: "CONDITION ? VALUE : VALUE",
  operator: "?",
  precedence: "conditional",
  rightToLeft: true,
  // What stands between `?` and `:` is read as the operator's right side; the rest is read here.
  build: (p, condition, _, whenTrue) => {
    const at = p.lookLines();
    if (!p.panic && p.code(at) === 58) p.at = at;
    p.expect(":");
    if (!p.panic) p.at = p.lookLines();
    const whenFalse = p.panic
      ? ({ kind: "error-expression", start: p.at, end: p.at } as const)
      : p.expression("conditional");
    return { kind: "conditional", condition, whenTrue, whenFalse, start: condition.start, end: p.at };
  },
});
