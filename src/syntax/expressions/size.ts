/** `512KiB 10MB` (language 5); a fraction of a byte is rounded. */

import { sizeUnits } from "../../records/index.ts";
import { defineExpression } from "../grammar.ts";

export const sizeLiteral = defineExpression({
  role: "unit",
  kind: "size",
  form: "10MB",
  units: sizeUnits,
  build: (span, bytes) => ({ kind: "size", bytes: Math.round(bytes), ...span }),
});
