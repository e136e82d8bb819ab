/** What is asked of the tasks and plans of a file once all bodies are known: whether a plan could be taken back (language 6). */

import {
  type BlockStatement,
  type CallExpression,
  declaredFunction,
  dependableBody,
  type FunctionStatement,
  type PlanBodyStatement,
  type Statement,
  type TaskBodyStatement,
} from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { expressionParts, statementParts, type Visitor } from "../names/children.ts";
import { changesSomething } from "./changes.ts";

export function checkTasks(context: Context): void {
  const { statements } = context.file.script;
  const made = statements.map(declaredFunction).filter((each) => each !== undefined);
  const plans = made.filter((each) => dependableBody(each)?.kind === "plan-body");
  const tasks = made.filter((each) => dependableBody(each)?.kind === "task-body");
  if (plans.length + tasks.length === 0) return;
  for (const task of tasks) refuseNested(context, task);
  for (const plan of plans) checkPlan(context, plan);
  if (plans.length > 0 && context.file.index === 0) adviseCall(context, plans);
}

/** A task consists of commands; a plan puts tasks together. */
function refuseNested(context: Context, task: FunctionStatement): void {
  const body = bodyOf(task, "task-body");
  if (body === undefined) return;
  for (const { call, callee } of callsIn(context, body)) {
    const kind = dependableBody(callee)?.kind === "task-body" ? "task" : "plan";
    context.report("DS2614", call.callee, { name: task.name.name, called: callee.name.name, kind });
  }
}

function checkPlan(context: Context, plan: FunctionStatement): void {
  const body = bodyOf(plan, "plan-body");
  if (body === undefined) return;
  const said = new Set<FunctionStatement>();
  let isFallible: FunctionStatement | undefined;
  for (const { call, callee } of callsIn(context, body.body)) {
    const task = bodyOf(callee, "task-body");
    if (task === undefined || said.has(callee)) continue;
    said.add(callee);
    const { name } = callee.name;
    if (task.undo !== undefined) isFallible ??= callee;
    else if (task.irreversible === undefined && changesSomething(context, task.body))
      context.report("DS2602", call.callee, { name }, placeOf(context, callee));
  }
  if (isFallible === undefined || body.onUndoFailure !== undefined) return;
  context.report("DS7013", plan.name, { name: plan.name.name, task: isFallible.name.name });
}

/** A plan that nobody calls does nothing: a library of plans is imported. */
function adviseCall(context: Context, plans: readonly FunctionStatement[]): void {
  const called = new Set<FunctionStatement>();
  for (const each of context.file.script.statements)
    for (const { callee } of callsIn(context, each)) called.add(callee);
  const [first] = plans;
  if (first === undefined || plans.some((each) => called.has(each))) return;
  const given = first.parameters.length === 0 ? "" : "…";
  context.report("DS7012", first.name, { name: first.name.name, call: `${first.name.name}(${given})` });
}

export interface Call {
  readonly call: CallExpression;
  readonly callee: FunctionStatement;
}

/** The calls of tasks and plans within a node. */
export function callsIn(context: Context, root: Statement | BlockStatement): readonly Call[] {
  const found: Call[] = [];
  const visitor: Visitor = {
    statement: (node) => statementParts(node, visitor),
    expression: (node) => {
      if (node.kind === "call") {
        const target = context.program.calls.get(node);
        const callee = target?.kind === "function" ? target.symbol.node : undefined;
        if (callee !== undefined && dependableBody(callee) !== undefined) found.push({ call: node, callee });
      }
      expressionParts(node, visitor);
    },
  };
  visitor.statement(root);
  return found;
}

function bodyOf(node: FunctionStatement, kind: "task-body"): TaskBodyStatement | undefined;
function bodyOf(node: FunctionStatement, kind: "plan-body"): PlanBodyStatement | undefined;
function bodyOf(node: FunctionStatement, kind: string): TaskBodyStatement | PlanBodyStatement | undefined {
  const body = dependableBody(node);
  return body?.kind === kind ? body : undefined;
}

function placeOf(context: Context, task: FunctionStatement) {
  const symbol = context.program.symbols.get(task.name);
  const file = context.program.files[symbol?.file ?? 0];
  return file === undefined ? [] : [{ source: file.source, span: task.name, message: "the task is declared here" }];
}
