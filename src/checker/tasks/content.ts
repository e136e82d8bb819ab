/** What a plan may consist of: tasks, and what decides between them; what changes something stands in a task (language 6). */

import {
  type CallExpression,
  coreOf,
  dependableBody,
  type Expression,
  expressionParts,
  type ForInStatement,
  type PlanBodyStatement,
  type Statement,
  type StatementKind,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { textOf } from "../values.ts";
import { calledFunction, changeOfCommands, changesSomething, commandsOf, isChangeOfLibrary } from "./changes.ts";

/** How a message names what has no place in a plan; kinds that have one are not here. */
const foreign: Partial<Readonly<Record<StatementKind, string>>> = {
  while: "a loop without a known end",
  do: "a loop without a known end",
  for: "a loop without a known end",
  try: "`try`",
  defer: "`defer`",
  retry: "`retry`",
  cd: "`cd { … }`",
  throw: "`throw`",
  atomic: "`atomic`",
  monitor: "`monitor`",
  when: "`when`",
  context: "`context`",
};

/** Reports what does not belong into a plan, and loops over targets without a cap. */
export function checkContent(context: Context, { body }: PlanBodyStatement): void {
  const visitor: Visitor = { statement: (node) => visit(coreOf(node), node), expression: visitExpression };
  function visit(core: Statement, node: Statement): void {
    const what = foreign[core.kind];
    const span = { start: node.start, end: Math.min(node.end, node.start + 40) };
    if (what !== undefined) return context.report("DS2601", firstLine(context, span), { what });
    for (const list of commandsOf(core)) {
      const changing = changeOfCommands(context, list);
      if (changing !== undefined) context.report("DS2601", list, { what: `the command \`${changing}\`` });
    }
    if (core.kind === "for-in") checkCap(context, core);
    statementParts(core, visitor);
  }
  function visitExpression(node: Expression): void {
    if (node.kind === "call" && changesByItself(context, node))
      context.report("DS2601", node, { what: `the call of \`${textOf(context, node.callee)}\`` });
    expressionParts(node, visitor);
  }
  for (const each of body.statements) visitor.statement(each);
}

/** A call of the library, or of a function, that changes something without being a task. */
function changesByItself(context: Context, node: CallExpression): boolean {
  if (isChangeOfLibrary(context, node)) return true;
  const called = calledFunction(context, node);
  return called !== undefined && dependableBody(called) === undefined && changesSomething(context, called.body);
}

function firstLine(context: Context, { start, end }: { readonly start: number; readonly end: number }) {
  const newline = context.file.source.text.slice(start, end).indexOf("\n");
  return { start, end: newline === -1 ? end : start + newline };
}

/** What a list in the text holds has its end there. */
function checkCap(context: Context, node: ForInStatement): void {
  if (node.atMost !== undefined || node.iterable.kind === "array") return;
  context.report("DS2607", node.iterable, {});
}
