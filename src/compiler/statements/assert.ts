/** `assert(e, "why")` (language 5). */

import type { AssertStatement } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { emitCondition } from "../condition.ts";
import { expression, markedLine, type Scope, site, use } from "../context.ts";

export function emitAssert(scope: Scope, node: AssertStatement): string {
  const why = node.why === undefined ? "null" : expression(scope, node.why);
  const failed = `${use(scope, "assertionFailed")}($, ${site(scope, node, "assert")}, ${why})`;
  return markedLine(scope, node, `if (!${atom(emitCondition(scope, node.condition))}) ${failed};`);
}
