/** `1.5`, `2e9`: the number's own digits tell it from an `int` (language 5). */

import { defineExpression } from "../grammar.ts";
import { readNumber } from "../scan/numbers.ts";

export const floatLiteral = defineExpression({
  role: "operand",
  kind: "float",
  form: "1.5",
  opens: "0123456789",
  parse: readNumber,
});
