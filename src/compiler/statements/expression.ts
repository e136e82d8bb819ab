/** An expression for what it does (language 5). */

import type { ExpressionStatement } from "../../syntax/index.ts";
import { expression, markedLine, type Scope, valueScope } from "../context.ts";
import { asStatement } from "../expressions/assign.ts";
import { emitPlanCall, isPlanCall } from "../expressions/call.ts";
import { emitUpdate } from "../expressions/update.ts";

export function emitExpressionStatement(scope: Scope, node: ExpressionStatement): string {
  const { expression: inner } = node;
  const code = emitEffect(valueScope(scope, inner.kind === "assign" ? inner.value : inner), node);
  // The script's last call answers for the whole run (language 4).
  if (node === scope.unit.last)
    return markedLine(scope, node, `return ${code.startsWith("await ") ? `(${code})` : code} ? 0 : 1;`);
  return markedLine(scope, node, `${code};`);
}

function emitEffect(scope: Scope, { expression: node }: ExpressionStatement): string {
  if (isPlanCall(scope, node)) return emitPlanCall(scope, node);
  if (node.kind === "update") return emitUpdate(scope, node, false);
  return asStatement(scope, node) ?? expression(scope, node);
}
