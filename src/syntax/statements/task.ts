/** `task NAME(PARAMETERS) CLAUSES { … } undo { … }` (language 6). */

import { defineStatement } from "../grammar.ts";
import type { Statement } from "../tree.ts";
import { declaration, isDeclaration } from "./declaration.ts";
import { parseTaskBody } from "./task-body.ts";

export const taskStatement = defineStatement({
  kind: "task",
  form: "task NAME(TYPE PARAMETER, …) goal TEXT { … } undo { … }",
  words: ["task"],
  shape: isDeclaration,
  parse: (p): Statement => declaration(p, "task", "void", "the task's name", parseTaskBody),
});
