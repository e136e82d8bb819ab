/** What is asked of the tasks and plans of a file once all bodies are known: whether a plan could be taken back (language 6). */

import {
  declaredFunction,
  dependableBody,
  type Expression,
  expressionParts,
  type FunctionStatement,
  type PlanBodyStatement,
  type Statement,
  statementParts,
  type TaskBodyStatement,
  type Visitor,
} from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { refuseAssignments } from "./assigned.ts";
import { calledFunction, changesSomething } from "./changes.ts";
import { checkContent } from "./content.ts";

/** A task or a plan, with the one statement that its function consists of. */
interface Declared<Body> {
  readonly node: FunctionStatement;
  readonly body: Body;
}

export function checkTasks(context: Context): void {
  const { statements } = context.file.script;
  const plans: Declared<PlanBodyStatement>[] = [];
  const tasks: Declared<TaskBodyStatement>[] = [];
  for (const each of statements) {
    const node = declaredFunction(each);
    if (node === undefined) continue;
    const body = dependableBody(node);
    if (body?.kind === "plan-body") plans.push({ node, body });
    if (body?.kind === "task-body") tasks.push({ node, body });
  }
  for (const task of tasks) checkTask(context, task);
  for (const plan of plans) checkPlan(context, plan);
  if (plans.length > 0 && context.file.index === 0)
    adviseCall(
      context,
      plans.map(({ node }) => node),
    );
}

/** A task consists of commands; a plan puts tasks together. */
function checkTask(context: Context, { node, body }: Declared<TaskBodyStatement>): void {
  refuseAssignments(context, body, "the task");
  refuseUses(context, body, `the task \`${node.name.name}\``, node);
}

/** Says of each task or plan that is used in a block, or in a function that the block calls, that it cannot run there. */
function refuseUses(context: Context, block: Statement, where: string, task?: FunctionStatement): void {
  for (const { at, used } of usesIn(context, block)) {
    const kind = dependableBody(used)?.kind === "task-body" ? "task" : "plan";
    const name = task?.name.name;
    context.report("DS2614", at, { where, called: used.name.name, kind, task: name });
  }
}

function checkPlan(context: Context, { node: plan, body }: Declared<PlanBodyStatement>): void {
  refuseAssignments(context, body, "the plan");
  checkContent(context, body);
  const plain = `the plan \`${plan.name.name}\``;
  if (body.onFailure !== undefined) refuseUses(context, body.onFailure.body, `\`on failure\` of ${plain}`);
  if (body.onUndoFailure !== undefined) refuseUses(context, body.onUndoFailure.body, `\`on undo failure\` of ${plain}`);
  const said = new Set<FunctionStatement>();
  let isFallible: FunctionStatement | undefined;
  for (const { at, used } of usesIn(context, body.body)) {
    const task = dependableBody(used);
    if (task?.kind !== "task-body" || said.has(used)) continue;
    said.add(used);
    const { name } = used.name;
    if (task.undo !== undefined) isFallible ??= used;
    else if (task.irreversible === undefined && changesSomething(context, task.body))
      context.report("DS2602", at, { name }, placeOf(context, used));
  }
  if (isFallible === undefined || body.onUndoFailure !== undefined) return;
  context.report("DS7013", plan.name, { name: plan.name.name, task: isFallible.name.name });
}

/** A plan that nobody calls does nothing: a library of plans is imported. */
function adviseCall(context: Context, plans: readonly FunctionStatement[]): void {
  const called = new Set<FunctionStatement>();
  const calledByPlans = new Set<FunctionStatement>();
  for (const each of context.file.script.statements)
    for (const { used } of usesIn(context, each)) (each.kind === "plan" ? calledByPlans : called).add(used);
  if (plans.some((each) => called.has(each))) return;
  const outermost = plans.find((each) => !calledByPlans.has(each)) ?? plans[0];
  if (outermost === undefined) return;
  const { name } = outermost.name;
  const given = outermost.parameters.length === 0 ? "" : "…";
  context.report("DS7012", outermost.name, { name, call: `${name}(${given})` });
}

export interface Use {
  /** In the file at hand: where a function is called that uses it, the call of that. */
  readonly at: Expression;
  readonly used: FunctionStatement;
}

/** The tasks and plans that are called, or taken as values, within a node and the functions that it calls. */
export function usesIn(context: Context, root: Statement): readonly Use[] {
  const found: Use[] = [];
  const seen = new Set<FunctionStatement>();
  let outermost: Expression | undefined;
  const look = (node: Expression, named: Expression, used: FunctionStatement | undefined): void => {
    if (used === undefined || seen.has(used)) return;
    if (dependableBody(used) !== undefined) found.push({ at: outermost ?? named, used });
    else if (node.kind === "call") {
      const isOutermost = outermost === undefined;
      outermost ??= named;
      seen.add(used);
      visitor.statement(used.body);
      if (isOutermost) outermost = undefined;
    }
  };
  const visitor: Visitor = {
    statement: (node) => statementParts(node, visitor),
    expression: (node) => {
      if (node.kind === "call") {
        look(node, node.callee, calledFunction(context, node));
        // A call tells what its callee is; what that is called on may be one more.
        if (node.callee.kind !== "name") expressionParts(node.callee, visitor);
        for (const each of node.arguments) visitor.expression(each);
        return;
      }
      const reference = context.program.references.get(node);
      if (reference?.kind === "symbol") look(node, node, reference.symbol.node);
      expressionParts(node, visitor);
    },
  };
  visitor.statement(root);
  return found;
}

function placeOf(context: Context, task: FunctionStatement) {
  const symbol = context.program.symbols.get(task.name);
  const file = context.program.files[symbol?.file ?? 0];
  return file === undefined ? [] : [{ source: file.source, span: task.name, message: "the task is declared here" }];
}
