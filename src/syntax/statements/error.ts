/** What could not be parsed; and what begins as code does but is the shells': their functions, and `for ((…))`. */

import { isShellFunction, readShellFunction } from "../commands/shell-functions.ts";
import { isCountingFor, readShellStatement } from "../commands/shell-statements.ts";
import { defineStatement } from "../grammar.ts";

export const errorStatement = defineStatement({
  kind: "error",
  form: "",
  shape: (p, at) => isShellFunction(p, at) || isCountingFor(p, at),
  parse: (p) => (isCountingFor(p, p.at) ? readShellStatement(p) : readShellFunction(p)),
});
