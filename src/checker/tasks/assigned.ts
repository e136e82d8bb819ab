/** A resumed run has a task's parameters and what it remembered, and nothing that its body assigned: such assignments are refused. */

import type { Expression, PlanBodyStatement, TaskBodyStatement } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { expressionParts, statementParts, type Visitor } from "../names/children.ts";

export function refuseAssignments(context: Context, node: TaskBodyStatement | PlanBodyStatement, what: string): void {
  const visitor: Visitor = {
    statement: (each) => statementParts(each, visitor),
    expression: (each) => {
      if (each.kind === "assign" || each.kind === "update") judge(context, node, each.target, what);
      expressionParts(each, visitor);
    },
  };
  statementParts(node, visitor);
}

function judge(context: Context, node: TaskBodyStatement | PlanBodyStatement, target: Expression, what: string): void {
  const root = rootOf(target);
  const reference = context.program.references.get(root);
  if (reference?.kind !== "symbol") return;
  const { symbol } = reference;
  const { start } = symbol.declaration;
  const remembered = node.kind === "task-body" ? node.remember : undefined;
  const isInside = !symbol.global && symbol.kind !== "parameter" && start >= node.start && start < node.end;
  const isRemembered = remembered !== undefined && start >= remembered.start && start < remembered.end;
  if (!isInside || isRemembered) context.report("DS2604", root, { name: symbol.name, what });
}

function rootOf(target: Expression): Expression {
  let at = target;
  while (at.kind === "index" || at.kind === "member") at = at.object;
  return at;
}
