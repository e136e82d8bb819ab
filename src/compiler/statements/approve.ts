/** `approve ROLE "question" timeout 10m` (language 6). */

import type { ApproveStatement } from "../../syntax/index.ts";
import { orNull } from "../blocks.ts";
import { siteArgument } from "../calls.ts";
import { expression, markedLine, type Scope, site, use } from "../context.ts";
import { quote } from "../literals.ts";

export function emitApprove(scope: Scope, node: ApproveStatement): string {
  const place = site(scope, node, "approve", [siteArgument(scope, "question", node.question)]);
  const asked = `${quote(node.role.name)}, ${expression(scope, node.question)}, ${orNull(scope, node.timeout)}`;
  return markedLine(scope, node, `await ${use(scope, "approve")}($, ${place}, ${asked});`);
}
