/** `notify ROLE, … "text"` (language 6). */

import type { NotifyStatement } from "../../syntax/index.ts";
import { siteArgument } from "../calls.ts";
import { expression, markedLine, type Scope, site, use } from "../context.ts";
import { quote } from "../literals.ts";

export function emitNotify(scope: Scope, node: NotifyStatement): string {
  const place = site(scope, node, "notify", [siteArgument(scope, "message", node.message)]);
  const roles = `[${node.roles.map(({ name }) => quote(name)).join(", ")}]`;
  const call = `await ${use(scope, "notify")}($, ${place}, ${roles}, ${expression(scope, node.message)});`;
  return markedLine(scope, node, call);
}
