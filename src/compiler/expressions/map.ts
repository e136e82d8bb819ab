/** `{"a": 1}` (language 5). */

import type { MapExpression } from "../../syntax/index.ts";
import { expression, type Scope } from "../context.ts";

export function emitMap(scope: Scope, node: MapExpression): string {
  const entries = node.entries.map(({ key, value }) => `[${expression(scope, key)}, ${expression(scope, value)}]`);
  return entries.length === 0 ? "new Map()" : `new Map([${entries.join(", ")}])`;
}
