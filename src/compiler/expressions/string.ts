/** `"text ${e}"` (language 5). */

import type { StringExpression } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { joined } from "../parts.ts";

export function emitString(scope: Scope, node: StringExpression): string {
  return joined(scope, node.parts);
}
