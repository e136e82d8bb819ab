/** `[a, b]` (language 5). */

import type { ArrayExpression } from "../../syntax/index.ts";
import { expression, type Scope } from "../context.ts";

export function emitArray(scope: Scope, node: ArrayExpression): string {
  return `[${node.elements.map((element) => expression(scope, element)).join(", ")}]`;
}
