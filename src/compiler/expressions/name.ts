/** A name alone (language 5). */

import type { NameExpression } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { emitReference } from "../references.ts";

export function emitName(scope: Scope, node: NameExpression): string {
  return emitReference(scope, node) ?? "undefined";
}
