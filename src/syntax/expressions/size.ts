/** `512KiB 10MB` (language 5); a fraction of a byte is rounded. */

import { defineExpression } from "../grammar.ts";

export const sizeLiteral = defineExpression({
  role: "unit",
  kind: "size",
  form: "10MB",
  units: {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
  },
  build: (span, bytes) => ({ kind: "size", bytes: Math.round(bytes), ...span }),
});
