/** `assure "goal" { … }`: while the block runs, its flow serves the goal (language 10). */

import type { AssureStatement } from "../../syntax/index.ts";
import { emitBodyOf } from "../block.ts";
import { deeper, line, markedLine, type Scope, temporary, use } from "../context.ts";
import { emitGoal } from "../goals.ts";
import { braced } from "../scopes.ts";

export function emitAssure(scope: Scope, node: AssureStatement): string {
  const outer = temporary(scope);
  const inside = deeper(scope);
  return (
    markedLine(scope, node, `${outer} = ${use(scope, "enterGoal")}($, ${emitGoal(scope, node.goal)});`) +
    line(scope, "try {") +
    emitBodyOf(scope, node.body) +
    line(scope, "} catch ($e) {") +
    line(inside, `throw ${use(scope, "goalFailed")}($, $e);`) +
    braced(scope, "} finally ", line(inside, `${use(scope, "leaveGoal")}($, ${outer});`))
  );
}
