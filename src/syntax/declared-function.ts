/** What of a file's statements declares something that is called as a function is. */

import type { FunctionStatement, PlanBodyStatement, Statement, TaskBodyStatement } from "./tree.ts";

/** The function that a statement declares: itself, or that of a task or a plan. */
export function declaredFunction(node: Statement): FunctionStatement | undefined {
  if (node.kind === "function") return node;
  return node.kind === "task" || node.kind === "plan" ? node.function : undefined;
}

/** What makes a function a task or a plan; undefined of any other. */
export function dependableBody(node: FunctionStatement): TaskBodyStatement | PlanBodyStatement | undefined {
  const [first] = node.body.statements;
  return first?.kind === "task-body" || first?.kind === "plan-body" ? first : undefined;
}
