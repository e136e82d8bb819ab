/** `$(cmd)` (language 3). */

import { openParen } from "../characters.ts";
import { defineExpression } from "../grammar.ts";
import { readCapture } from "../scan/interpolation.ts";

export const captureExpression = defineExpression({
  role: "operand",
  kind: "capture",
  form: "$(COMMAND)",
  opens: "$",
  shape: (p) => p.code(p.at + 1) === openParen && p.code(p.at + 2) !== openParen,
  parse: readCapture,
});
