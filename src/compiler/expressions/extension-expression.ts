/** A use of a syntax as a value is what it stands for. */

import type { ExtensionExpression } from "../../syntax/index.ts";
import { expression, type Scope } from "../context.ts";

export function emitExtensionExpression(scope: Scope, node: ExtensionExpression): string {
  return expression(scope, node.lowered);
}
