/** `import "lib.dscript"`: the file's top level runs here, once in a run (language 2). */

import type { ImportStatement } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";

export function emitImport(scope: Scope, node: ImportStatement): string {
  const file = scope.unit.program.imports.get(node);
  return file === undefined ? "" : scope.unit.emit.file(scope, file);
}
