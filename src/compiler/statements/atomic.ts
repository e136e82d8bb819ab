/** `atomic (PATH, …) { … } confirm { … }` (language 6). */

import type { AtomicStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { blockOrNull } from "../blocks.ts";
import { siteArgument } from "../calls.ts";
import { expression, line, markedLine, type Scope, site, use } from "../context.ts";
import { afterCrossing } from "../crossing.ts";
import { crossingScope, withTemporaries } from "../scopes.ts";

export function emitAtomic(scope: Scope, node: AtomicStatement): string {
  const { scope: inside, crossing } = crossingScope(scope);
  const body = emitStatements(inside, node.body.statements);
  const reset = crossing.used.size === 0 ? "" : line(inside, `${crossing.code} = 0;`);
  const list = node.paths.map((path, index) => siteArgument(scope, `[${index}]`, path));
  const place = site(scope, node, "atomic", list);
  const paths = `[${node.paths.map((path) => expression(scope, path)).join(", ")}]`;
  const head = `await ${use(scope, "atomic")}($, ${place}, ${paths}, async ($) => {`;
  const confirm = blockOrNull(scope, node.confirm);
  const text = markedLine(scope, node, head) + withTemporaries(inside, reset + body) + line(scope, `}, ${confirm});`);
  return text + afterCrossing(scope, crossing);
}
