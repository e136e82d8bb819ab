/** The language's own constructs, registered through the door that packages use. */

import { moduleNames } from "../records/index.ts";
import { timeoutPrefix, tracePrefix, withinPrefix } from "./commands/prefixes.ts";
import { createGrammar } from "./create-grammar.ts";
import { arrayExpression } from "./expressions/array.ts";
import { assignOperators } from "./expressions/assign.ts";
import { backtickExpression } from "./expressions/backtick.ts";
import { binaryOperators } from "./expressions/binary.ts";
import { booleanLiteral } from "./expressions/boolean.ts";
import { callExpression } from "./expressions/call.ts";
import { captureExpression } from "./expressions/capture.ts";
import { castExpression } from "./expressions/cast.ts";
import { closureExpression } from "./expressions/closure.ts";
import { coalesceOperator } from "./expressions/coalesce.ts";
import { conditionalOperator } from "./expressions/conditional.ts";
import { contextValueExpression } from "./expressions/context-value.ts";
import { dollarExpression } from "./expressions/dollar.ts";
import { durationLiteral } from "./expressions/duration.ts";
import { floatLiteral } from "./expressions/float.ts";
import { indexExpression } from "./expressions/index-access.ts";
import { instanceofOperator } from "./expressions/instanceof.ts";
import { intLiteral } from "./expressions/int.ts";
import { lastJobExpression } from "./expressions/last-job.ts";
import { logicalOperators } from "./expressions/logical.ts";
import { mapExpression } from "./expressions/map.ts";
import { memberExpression } from "./expressions/member.ts";
import { nameExpression } from "./expressions/name.ts";
import { newExpression } from "./expressions/new.ts";
import { nullLiteral } from "./expressions/null.ts";
import { parentheses } from "./expressions/parentheses.ts";
import { regexLiteral } from "./expressions/regex.ts";
import { sizeLiteral } from "./expressions/size.ts";
import { statusExpression } from "./expressions/status.ts";
import { stringExpression } from "./expressions/string.ts";
import { superExpression } from "./expressions/super.ts";
import { thisExpression } from "./expressions/this.ts";
import { unaryOperators } from "./expressions/unary.ts";
import { updatePostfixes, updatePrefixes } from "./expressions/update.ts";
import type { CommandPrefixRow, ExpressionRow, Grammar, StatementRow } from "./grammar.ts";
import { annotatedStatement } from "./statements/annotated.ts";
import { approveStatement } from "./statements/approve.ts";
import { argueStatement } from "./statements/argue.ts";
import { assertStatement } from "./statements/assert.ts";
import { assureStatement } from "./statements/assure.ts";
import { atomicStatement } from "./statements/atomic.ts";
import { blockStatement } from "./statements/block.ts";
import { breakStatement } from "./statements/break.ts";
import { changeDirectoryStatement } from "./statements/cd.ts";
import { classStatement } from "./statements/class.ts";
import { commandStatement } from "./statements/command.ts";
import { contextStatement } from "./statements/context.ts";
import { continueStatement } from "./statements/continue.ts";
import { deferStatement } from "./statements/defer.ts";
import { doStatement } from "./statements/do.ts";
import { errorStatement } from "./statements/error.ts";
import { expressionStatement } from "./statements/expression.ts";
import { forStatement } from "./statements/for.ts";
import { forInStatement } from "./statements/for-in.ts";
import { functionStatement } from "./statements/function.ts";
import { ifStatement } from "./statements/if.ts";
import { importStatement } from "./statements/import.ts";
import { importCommandStatement } from "./statements/import-command.ts";
import { lockStatement } from "./statements/lock.ts";
import { monitorStatement } from "./statements/monitor.ts";
import { notifyStatement } from "./statements/notify.ts";
import { parallelStatement } from "./statements/parallel.ts";
import { paramStatement } from "./statements/param.ts";
import { planStatement } from "./statements/plan.ts";
import { retryStatement } from "./statements/retry.ts";
import { returnStatement } from "./statements/return.ts";
import { switchStatement } from "./statements/switch.ts";
import { syntaxStatement } from "./statements/syntax.ts";
import { taskStatement } from "./statements/task.ts";
import { testStatement } from "./statements/test.ts";
import { throwStatement } from "./statements/throw.ts";
import { tryStatement } from "./statements/try.ts";
import { typedVariableStatement, variableStatement } from "./statements/variable.ts";
import { waitStatement } from "./statements/wait.ts";
import { whenStatement } from "./statements/when.ts";
import { whileStatement } from "./statements/while.ts";
import type { ExpressionKind, StatementKind } from "./tree.ts";

// Asked from the last to the first: what everything else is (a command) comes ahead of all.
const statements = {
  command: [commandStatement],
  expression: [expressionStatement],
  variable: [typedVariableStatement, variableStatement],
  function: [functionStatement],
  block: [blockStatement],
  if: [ifStatement],
  while: [whileStatement],
  do: [doStatement],
  for: [forStatement],
  "for-in": [forInStatement],
  switch: [switchStatement],
  break: [breakStatement],
  continue: [continueStatement],
  return: [returnStatement],
  throw: [throwStatement],
  try: [tryStatement],
  defer: [deferStatement],
  assert: [assertStatement],
  wait: [waitStatement],
  retry: [retryStatement],
  lock: [lockStatement],
  task: [taskStatement],
  // The bodies of tasks and plans stand in them alone.
  "task-body": [],
  plan: [planStatement],
  "plan-body": [],
  atomic: [atomicStatement],
  parallel: [parallelStatement],
  assure: [assureStatement],
  argue: [argueStatement],
  notify: [notifyStatement],
  approve: [approveStatement],
  context: [contextStatement],
  monitor: [monitorStatement],
  when: [whenStatement],
  test: [testStatement],
  cd: [changeDirectoryStatement],
  import: [importStatement],
  "import-command": [importCommandStatement],
  param: [paramStatement],
  syntax: [syntaxStatement],
  // The rows of packages have this kind.
  extension: [],
  class: [classStatement],
  // What stands behind annotations has a kind of its own.
  error: [errorStatement, annotatedStatement],
} satisfies Record<StatementKind, readonly StatementRow[]>;

const expressions = {
  "error-expression": [parentheses, dollarExpression, backtickExpression],
  name: [nameExpression],
  int: [intLiteral],
  float: [floatLiteral],
  boolean: [booleanLiteral],
  null: [nullLiteral],
  duration: [durationLiteral],
  size: [sizeLiteral],
  regex: [regexLiteral],
  string: [stringExpression],
  member: [memberExpression],
  index: [indexExpression],
  call: [callExpression, newExpression],
  this: [thisExpression],
  super: [superExpression],
  cast: [castExpression],
  instanceof: [instanceofOperator],
  unary: unaryOperators,
  binary: binaryOperators,
  logical: logicalOperators,
  coalesce: [coalesceOperator],
  conditional: [conditionalOperator],
  assign: assignOperators,
  update: [...updatePrefixes, ...updatePostfixes],
  array: [arrayExpression],
  map: [mapExpression],
  closure: [closureExpression],
  capture: [captureExpression],
  "context-value": [contextValueExpression],
  status: [statusExpression],
  "last-job": [lastJobExpression],
  "extension-expression": [],
} satisfies Record<ExpressionKind, readonly ExpressionRow[]>;

const commandPrefixes: readonly CommandPrefixRow[] = [timeoutPrefix, withinPrefix, tracePrefix];

const types = new Set([
  "boolean",
  "int",
  "float",
  "String",
  "void",
  "Map",
  "Func",
  "Json",
  "Regex",
  "Duration",
  "Size",
  "Result",
  "Job",
  "File",
  "FileStatus",
  "Match",
  "HttpResponse",
  "UrlParts",
  "TimeParts",
  "Memory",
  "Disk",
  "Address",
  "Process",
  "Fake",
  "Fault",
  "Outcome",
]);

const objects = new Set(["env", ...moduleNames]);

const values = new Set(["ARGV", "SCRIPT", "SCRIPT_DIR"]);

/** The language without packages. */
export const coreGrammar: Grammar = createGrammar(
  [...Object.values(statements).flat(), ...Object.values(expressions).flat(), ...commandPrefixes],
  { types, objects, values },
);
