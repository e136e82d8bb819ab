/** `defer { … }`: runs when the block is left; the block keeps the list (language 5). */

import type { DeferStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { line, markedLine, type Scope } from "../context.ts";
import { hiddenScope, withTemporaries } from "../scopes.ts";

export function emitDefer(scope: Scope, node: DeferStatement): string {
  const inside = hiddenScope(scope);
  const body = withTemporaries(inside, emitStatements(inside, node.body.statements));
  const head = `${scope.deferred ?? "[]"}.push(${scope.waits ? "async " : ""}() => {`;
  return markedLine(scope, node, head) + body + line(scope, "});");
}
