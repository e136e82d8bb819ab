/** "`cmd`" where a value stands: refused, as in words. */

import { defineExpression } from "../grammar.ts";
import { refuseBackticks } from "../scan/backticks.ts";

export const backtickExpression = defineExpression({
  role: "operand",
  kind: "error-expression",
  form: "",
  opens: "`",
  parse: (p) => {
    const start = p.at;
    refuseBackticks(p, true);
    return { kind: "error-expression", start, end: p.at };
  },
});
