/** `argue "goal" { strategy … }`: a function a strategy (language 10). */

import { raise } from "../../records/index.ts";
import type { ArgueStatement } from "../../syntax/index.ts";
import { emitBlock } from "../blocks.ts";
import { deeper, line, markedLine, type Scope, site, use } from "../context.ts";
import { emitGoal } from "../goals.ts";
import { quote } from "../literals.ts";

export function emitArgue(scope: Scope, node: ArgueStatement): string {
  const inside = deeper(scope);
  // A failure that status style reports would argue for the goal.
  const raising: Scope = { ...inside, style: raise, policy: raise };
  const strategies = node.strategies
    .map(({ phase, body }) => line(inside, `{ phase: ${quote(phase)}, run: ${emitBlock(raising, body.statements)} },`))
    .join("");
  const place = `$, ${site(scope, node, "argue")}, ${emitGoal(scope, node.goal)}`;
  return markedLine(scope, node, `await ${use(scope, "argue")}(${place}, [`) + strategies + line(scope, "]);");
}
