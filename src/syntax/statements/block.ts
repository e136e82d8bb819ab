/** `{ … }` */

import { openBrace } from "../characters.ts";
import { defineStatement } from "../grammar.ts";

export const blockStatement = defineStatement({
  kind: "block",
  form: "{ … }",
  shape: (p, at) => p.code(at) === openBrace,
  parse: (p) => p.block(),
});
