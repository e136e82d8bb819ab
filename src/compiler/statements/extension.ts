/** A use of a syntax as a statement is what it stands for. */

import type { ExtensionStatement } from "../../syntax/index.ts";
import { type Scope, statement } from "../context.ts";

export function emitExtension(scope: Scope, node: ExtensionStatement): string {
  return statement(scope, node.lowered);
}
