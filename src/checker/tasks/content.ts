/** What a plan may consist of: tasks, and what decides between them; what changes something stands in a task (language 6). */

import {
  coreOf,
  dependableBody,
  type ForInStatement,
  type PlanBodyStatement,
  type Statement,
  type StatementKind,
} from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { statementParts } from "../names/children.ts";
import { changeOfCommands } from "./changes.ts";

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
  const visit = (node: Statement): void => {
    const core = coreOf(node);
    const what = foreign[core.kind];
    const span = { start: node.start, end: Math.min(node.end, node.start + 40) };
    if (what !== undefined) return context.report("DS2601", firstLine(context, span), { what });
    if (core.kind === "command") {
      const changing = changeOfCommands(context, core.list);
      if (changing !== undefined) context.report("DS2601", core, { what: `the command \`${changing}\`` });
    }
    if (core.kind === "for-in") checkCap(context, core);
    statementParts(core, { statement: visit, expression: () => undefined });
  };
  for (const each of body.statements) visit(each);
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

/** Whether a called function is a task, a plan, or neither. */
export function kindOfCalled(node: Parameters<typeof dependableBody>[0] | undefined): "task" | "plan" | undefined {
  const body = node === undefined ? undefined : dependableBody(node);
  return body === undefined ? undefined : body.kind === "task-body" ? "task" : "plan";
}
