/** `lock "name" { … }` (language 5). */

import type { LockStatement } from "../../syntax/index.ts";
import { emitBodyOf } from "../block.ts";
import { siteArgument } from "../calls.ts";
import { deeper, expression, line, markedLine, type Scope, site, temporary, use } from "../context.ts";
import { braced } from "../scopes.ts";

export function emitLock(scope: Scope, node: LockStatement): string {
  const release = temporary(scope);
  const list = [siteArgument(scope, "name", node.name)];
  const place = site(scope, node, "lock", list);
  return (
    markedLine(scope, node, `${release} = await ${use(scope, "lock")}($, ${place}, ${expression(scope, node.name)});`) +
    line(scope, "try {") +
    emitBodyOf(scope, node.body) +
    braced(scope, "} finally ", line(deeper(scope), `${release}();`))
  );
}
