/** `import "lib.dscript" as x`: declared ahead of everything else of its file. */

import { types } from "../../records/index.ts";
import type { ImportStatement } from "../../syntax/index.ts";
import type { Context, StatementCheck } from "../context.ts";
import { declare } from "../names/declare.ts";

export const checkImport: StatementCheck<ImportStatement> = (context, node) => {
  if (context.scope !== context.file.scope) context.report("DS2311", node, { what: "import" });
};

/** Declares the name that stands for a file. */
export function declareImport(context: Context, node: ImportStatement): void {
  const target = context.program.imports.get(node);
  declare(context, node.alias, { kind: "import", type: types.unknown, ...(target === undefined ? {} : { target }) });
}
