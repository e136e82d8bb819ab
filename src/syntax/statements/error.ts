/** What could not be parsed: no text has its shape, the parser makes it where a statement breaks off. */

import { defineStatement } from "../grammar.ts";

export const errorStatement = defineStatement({
  kind: "error",
  form: "",
  shape: () => false,
  parse: (p) => ({ kind: "error", start: p.at, end: p.at }),
});
