/** The table of statements: each kind has a file of its own. */

import type { Statement, StatementKind } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { emitRisky, isRisky } from "../risky.ts";
import { emitApprove } from "./approve.ts";
import { emitArgue } from "./argue.ts";
import { emitAssert } from "./assert.ts";
import { emitAssure } from "./assure.ts";
import { emitAtomic } from "./atomic.ts";
import { emitBlock } from "./block.ts";
import { emitBreak } from "./break.ts";
import { emitChangeDirectory } from "./cd.ts";
import { emitCommand } from "./command.ts";
import { emitContext } from "./context.ts";
import { emitContinue } from "./continue.ts";
import { emitDefer } from "./defer.ts";
import { emitDo } from "./do.ts";
import { emitExpressionStatement } from "./expression.ts";
import { emitExtension } from "./extension.ts";
import { emitFor } from "./for.ts";
import { emitForIn } from "./for-in.ts";
import { emitFunctionStatement } from "./function.ts";
import { emitIf } from "./if.ts";
import { emitImport } from "./import.ts";
import { emitLock } from "./lock.ts";
import { emitNotify } from "./notify.ts";
import { emitParallel } from "./parallel.ts";
import { emitParameter } from "./param.ts";
import { emitPlan } from "./plan.ts";
import { emitPlanBody } from "./plan-body.ts";
import { emitRetry } from "./retry.ts";
import { emitReturn } from "./return.ts";
import { emitSwitch } from "./switch.ts";
import { emitTask } from "./task.ts";
import { emitTaskBody } from "./task-body.ts";
import { emitThrow } from "./throw.ts";
import { emitTry } from "./try.ts";
import { emitVariable } from "./variable.ts";
import { emitWait } from "./wait.ts";
import { emitWhile } from "./while.ts";

type Emitter<K extends StatementKind> = (scope: Scope, node: Extract<Statement, { kind: K }>) => string;

const emitters = {
  variable: emitVariable,
  function: emitFunctionStatement,
  // Classes stand at the code's head.
  class: () => "",
  expression: emitExpressionStatement,
  command: emitCommand,
  block: emitBlock,
  if: emitIf,
  while: emitWhile,
  do: emitDo,
  for: emitFor,
  "for-in": emitForIn,
  switch: emitSwitch,
  break: emitBreak,
  continue: emitContinue,
  return: emitReturn,
  throw: emitThrow,
  try: emitTry,
  defer: emitDefer,
  assert: emitAssert,
  wait: emitWait,
  retry: emitRetry,
  lock: emitLock,
  task: emitTask,
  "task-body": emitTaskBody,
  plan: emitPlan,
  "plan-body": emitPlanBody,
  atomic: emitAtomic,
  parallel: emitParallel,
  assure: emitAssure,
  argue: emitArgue,
  notify: emitNotify,
  approve: emitApprove,
  context: emitContext,
  // Monitors, and what follows from them, are run by `dscript watch`.
  monitor: () => "",
  when: () => "",
  // What only `dscript test` runs is emitted beside the functions, where it is asked for.
  test: () => "",
  cd: emitChangeDirectory,
  import: emitImport,
  // The names of commands are looked up ahead of the run: nothing happens here.
  "import-command": () => "",
  param: emitParameter,
  // Uses stand for what their templates make of them.
  syntax: () => "",
  extension: emitExtension,
  // A program with one of these is not compiled.
  error: () => "",
} satisfies { readonly [K in StatementKind]: Emitter<K> };

export function emitStatement(scope: Scope, node: Statement): string {
  // The table gives each kind the emitter of that kind.
  const emitter = emitters[node.kind] as (scope: Scope, node: Statement) => string;
  return isRisky(node) ? emitRisky(scope, node, emitter) : emitter(scope, node);
}
