/** `context "NAME" schedule "…"` (language 6). */

import type { ContextStatement } from "../../syntax/index.ts";
import { markedLine, type Scope, site, use } from "../context.ts";
import { literalText } from "../literals.ts";

export function emitContext(scope: Scope, node: ContextStatement): string {
  const texts = `${literalText(node.name)}, ${literalText(node.schedule)}`;
  return markedLine(scope, node, `${use(scope, "context")}($, ${site(scope, node, "context")}, ${texts});`);
}
