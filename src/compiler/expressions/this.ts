/** `this` (language 5). */

import type { ThisExpression } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { objectName } from "../names.ts";

export function emitThis(_scope: Scope, _node: ThisExpression): string {
  return objectName;
}
