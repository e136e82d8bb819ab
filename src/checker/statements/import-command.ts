/** `import command …`: read ahead of everything else of its file. */

import type { ImportCommandStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";

export const checkImportCommand: StatementCheck<ImportCommandStatement> = (context, node) => {
  if (context.scope !== context.file.scope) context.report("DS2311", node, { what: "import command" });
};
