/** `500ms 10s 5m 2h 1d` (language 5). */

import { defineExpression } from "../grammar.ts";

export const durationLiteral = defineExpression({
  role: "unit",
  kind: "duration",
  form: "10s",
  units: { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 },
  build: (span, milliseconds) => ({ kind: "duration", milliseconds, ...span }),
});
