/** `500ms 10s 5m 2h 1d` (language 5). */

import { durationUnits } from "../../records/index.ts";
import { defineExpression } from "../grammar.ts";

export const durationLiteral = defineExpression({
  role: "unit",
  kind: "duration",
  form: "10s",
  units: durationUnits,
  build: (span, milliseconds) => ({ kind: "duration", milliseconds, ...span }),
});
