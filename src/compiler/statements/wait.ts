/** `wait until (c) every 2s timeout 1m` (language 5). */

import type { WaitStatement } from "../../syntax/index.ts";
import { orNull } from "../blocks.ts";
import { emitCondition } from "../condition.ts";
import { line, markedLine, type Scope, site, use } from "../context.ts";
import { arrow, hiddenScope } from "../scopes.ts";

export function emitWait(scope: Scope, node: WaitStatement): string {
  const inside = hiddenScope(scope);
  const condition = emitCondition(inside, node.condition);
  const asked = arrow(inside, line(inside, `return ${condition};`));
  const place = site(scope, node, "wait until");
  const call = `await ${use(scope, "waitUntil")}($, ${place}, ${asked}, ${orNull(scope, node.every)}, ${orNull(scope, node.timeout)});`;
  return markedLine(scope, node, call);
}
