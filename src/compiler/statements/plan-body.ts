/** What a plan is: its body and its handlers as the runtime's PlanParts; it gives its Outcome (language 6). */

import type { FailureHandler, PlanBodyStatement } from "../../syntax/index.ts";
import { emitBlock, properties } from "../blocks.ts";
import { deeper, line, markedLine, type Scope, use } from "../context.ts";
import { parameterNames } from "../frames.ts";
import { emitGoal } from "../goals.ts";
import { quote } from "../literals.ts";

export function emitPlanBody(scope: Scope, node: PlanBodyStatement): string {
  const inside = deeper(scope);
  const list = properties(inside, {
    goal: emitGoal(inside, node.goal),
    values: `() => [${parameterNames(scope).join(", ")}]`,
    body: emitBlock(inside, node.body.statements),
    onFailure: emitHandler(inside, node.onFailure),
    onUndoFailure: emitHandler(inside, node.onUndoFailure),
  });
  const name = quote(scope.symbol?.name ?? "");
  const call = `return await ${use(scope, "plan")}($, $site, ${name}, {`;
  return markedLine(scope, node, call) + list + line(scope, "});");
}

function emitHandler(scope: Scope, handler: FailureHandler | undefined): string {
  if (handler === undefined) return "null";
  const symbol = handler.name === undefined ? undefined : scope.unit.program.symbols.get(handler.name);
  const name = symbol === undefined ? "$f" : scope.unit.names.of(symbol);
  return emitBlock(scope, handler.body.statements, `$, ${name}`);
}
