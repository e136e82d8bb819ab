/** Every kind of statement and its check: a new kind is a type error until it stands here. */

import type { Statement, StatementKind } from "../../syntax/index.ts";
import { type Annotated, accepting, checkAnnotations } from "../annotations.ts";
import { type Context, isTopLevel, type StatementCheck } from "../context.ts";
import { checkApprove } from "./approve.ts";
import { checkArgue } from "./argue.ts";
import { checkAssert } from "./assert.ts";
import { checkAssure } from "./assure.ts";
import { checkAtomic } from "./atomic.ts";
import { checkBlock } from "./block.ts";
import { checkBreak } from "./break.ts";
import { checkChangeDirectory } from "./cd.ts";
import { checkClass } from "./class.ts";
import { checkCommand } from "./command.ts";
import { checkContext } from "./context.ts";
import { checkContinue } from "./continue.ts";
import { checkDefer } from "./defer.ts";
import { checkDo } from "./do.ts";
import { checkErrorStatement } from "./error.ts";
import { checkExpressionStatement } from "./expression.ts";
import { checkExtension } from "./extension.ts";
import { checkFor } from "./for.ts";
import { checkForIn } from "./for-in.ts";
import { checkFunction } from "./function.ts";
import { checkIf } from "./if.ts";
import { checkImport } from "./import.ts";
import { checkImportCommand } from "./import-command.ts";
import { checkLock } from "./lock.ts";
import { checkMonitor } from "./monitor.ts";
import { checkNotify } from "./notify.ts";
import { checkParallel } from "./parallel.ts";
import { checkParameter } from "./param.ts";
import { checkPlan } from "./plan.ts";
import { checkPlanBody } from "./plan-body.ts";
import { checkRetry } from "./retry.ts";
import { checkReturn } from "./return.ts";
import { checkSwitch } from "./switch.ts";
import { checkSyntax } from "./syntax.ts";
import { checkTask } from "./task.ts";
import { checkTaskBody } from "./task-body.ts";
import { checkTest } from "./test.ts";
import { checkThrow } from "./throw.ts";
import { checkTry } from "./try.ts";
import { checkVariable } from "./variable.ts";
import { checkWait } from "./wait.ts";
import { checkWhen } from "./when.ts";
import { checkWhile } from "./while.ts";

const checks = {
  variable: checkVariable,
  function: checkFunction,
  class: checkClass,
  expression: checkExpressionStatement,
  command: checkCommand,
  block: checkBlock,
  if: checkIf,
  while: checkWhile,
  do: checkDo,
  for: checkFor,
  "for-in": checkForIn,
  switch: checkSwitch,
  break: checkBreak,
  continue: checkContinue,
  return: checkReturn,
  throw: checkThrow,
  try: checkTry,
  defer: checkDefer,
  assert: checkAssert,
  wait: checkWait,
  retry: checkRetry,
  lock: checkLock,
  task: checkTask,
  "task-body": checkTaskBody,
  plan: checkPlan,
  "plan-body": checkPlanBody,
  atomic: checkAtomic,
  parallel: checkParallel,
  assure: checkAssure,
  argue: checkArgue,
  notify: checkNotify,
  approve: checkApprove,
  context: checkContext,
  monitor: checkMonitor,
  when: checkWhen,
  test: checkTest,
  cd: checkChangeDirectory,
  import: checkImport,
  "import-command": checkImportCommand,
  param: checkParameter,
  syntax: checkSyntax,
  extension: checkExtension,
  error: checkErrorStatement,
} satisfies { readonly [K in StatementKind]: StatementCheck<Extract<Statement, { kind: K }>> };

/** Checks a statement of any kind. */
export function checkStatement(context: Context, node: Statement): void {
  // The table's row of a kind takes exactly the nodes of that kind, which TypeScript cannot follow.
  const check = checks[node.kind] as StatementCheck<Statement>;
  if (node.annotations === undefined) return check(context, node);
  checkAnnotations(context, node, annotatedAs(context, node));
  accepting(context, node, () => check(context, node));
}

function annotatedAs(context: Context, node: Statement): Annotated {
  if (node.kind === "function" || node.kind === "class") return node.kind;
  if (node.kind === "task" || node.kind === "plan") return "function";
  return isTopLevel(context) ? "top-statement" : "statement";
}
