/** `plan NAME(PARAMETERS) { … } on failure (Fault f) { … } on undo failure (Fault f) { … }` (language 6). */

import { defineStatement } from "../grammar.ts";
import type { Statement } from "../tree.ts";
import { declaration, isDeclaration } from "./declaration.ts";
import { parsePlanBody } from "./plan-body.ts";

export const planStatement = defineStatement({
  kind: "plan",
  form: "plan NAME(TYPE PARAMETER, …) { … } on failure (Fault f) { … }",
  words: ["plan"],
  shape: isDeclaration,
  parse: (p): Statement => declaration(p, "plan", "Outcome", "the plan's name", parsePlanBody),
});
