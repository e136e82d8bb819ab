/** `context "NAME" schedule "…"` (language 6). */

import type { ContextStatement } from "../../syntax/index.ts";
import { expression, markedLine, type Scope, site, use } from "../context.ts";
import { literalText } from "../literals.ts";

export function emitContext(scope: Scope, node: ContextStatement): string {
  const { schedule } = node;
  const when = schedule?.kind === "context-value" ? expression(scope, schedule) : literalText(schedule);
  const texts = `${literalText(node.name)}, ${when}`;
  return markedLine(scope, node, `${use(scope, "context")}($, ${site(scope, node, "context")}, ${texts});`);
}
