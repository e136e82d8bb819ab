/** `42`, `1_000`, `0x1f`; with a fraction or a unit the number is of another kind (language 5). */

import { defineExpression } from "../grammar.ts";
import { readNumber } from "../scan/numbers.ts";

export const intLiteral = defineExpression({
  role: "operand",
  kind: "int",
  form: "42",
  opens: "0123456789",
  parse: readNumber,
});
