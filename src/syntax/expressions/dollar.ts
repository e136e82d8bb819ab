/** `$name` and `${e}` in code, where a name needs no `$`: refused, and read as what was meant. */

import { defineExpression } from "../grammar.ts";
import { readInterpolation, refuseArithmetic } from "../scan/interpolation.ts";
import { refuseParameter } from "../scan/shell-parameters.ts";

export const dollarExpression = defineExpression({
  role: "operand",
  kind: "error-expression",
  form: "",
  opens: "$",
  parse: (p) => {
    const start = p.at;
    if (p.startsWith("$((", start)) return refuseArithmetic(p, true);
    const parameter = p.match(/\$(?:[0-9@*#$]|\{(?:\d+|[@*#])\})/y, start);
    if (parameter !== undefined) {
      p.at = start + parameter[0].length;
      refuseParameter(p, start, "code");
      return { kind: "error-expression", start, end: p.at };
    }
    const part = readInterpolation(p, true);
    if (part === undefined) {
      p.fail(start, "a value");
      p.at = start;
      return { kind: "error-expression", start, end: p.at };
    }
    const { expression } = part;
    if (expression.kind !== "error-expression") {
      p.report("DS1124", start, p.at, {
        found: shorten(p.text.slice(start, p.at)),
        inner: shorten(p.text.slice(expression.start, expression.end)),
      });
    }
    return expression;
  },
});

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
