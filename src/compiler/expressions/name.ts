/** A name alone (language 5). */

import type { NameExpression } from "../../syntax/index.ts";
import { at, type Scope } from "../context.ts";
import { emitReference } from "../references.ts";

export function emitName(scope: Scope, node: NameExpression): string {
  return at(scope, node, node.name) + (emitReference(scope, node) ?? "undefined");
}
