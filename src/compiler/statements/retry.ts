/** `retry 3 times every 5s doubling on ExternalFault { … }` (language 5). */

import { raise } from "../../records/index.ts";
import type { RetryStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { orNull } from "../blocks.ts";
import { expression, line, markedLine, type Scope, site, use } from "../context.ts";
import { afterCrossing } from "../crossing.ts";
import { quote } from "../literals.ts";
import { crossingScope, withTemporaries } from "../scopes.ts";

export function emitRetry(scope: Scope, node: RetryStatement): string {
  const { scope: inside, crossing } = crossingScope(scope);
  // Only a fault is tried again: status style would let none come out.
  const body = emitStatements({ ...inside, style: raise, policy: raise }, node.body.statements);
  const reset = crossing.used.size === 0 ? "" : line(inside, `${crossing.code} = 0;`);
  const times = expression(scope, node.times);
  const every = orNull(scope, node.every);
  const on = `[${node.on.map((name) => quote(name.name)).join(", ")}]`;
  const options = `${times}, ${every}, ${node.doubling}, ${on}`;
  const head = `await ${use(scope, "retry")}($, ${site(scope, node, "retry")}, ${options}, async () => {`;
  const text = markedLine(scope, node, head) + withTemporaries(inside, reset + body) + line(scope, "});");
  return text + afterCrossing(scope, crossing);
}
