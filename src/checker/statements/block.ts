/** `{ … }`: names of its own; what stands behind a jump is never reached. */

import { type BlockStatement, coreOf, type Statement } from "../../syntax/index.ts";
import { readsStatusFirst } from "../commands/status-read.ts";
import { type Context, type StatementCheck, scoped } from "../context.ts";
import { createScope } from "../names/scope.ts";

export const checkBlock: StatementCheck<BlockStatement> = (context, node) => checkStatements(context, node.statements);

/** Statements in a scope of their own. */
export function checkStatements(context: Context, statements: readonly Statement[]): void {
  scoped(context, createScope(context.scope, context.state.node), () => checkSequence(context, statements));
}

// What is declared there is not run there.
const declares: ReadonlySet<string> = new Set([
  "function",
  "class",
  "task",
  "plan",
  "test",
  "monitor",
  "when",
  "error",
]);

/** Statements in the current scope. */
export function checkSequence(context: Context, statements: readonly Statement[]): void {
  const { flow } = context;
  let isDead = false;
  for (const [index, node] of statements.entries()) {
    if (!flow.reached && !isDead && !declares.has(node.kind)) {
      isDead = true;
      context.report("DS7002", node, {});
    }
    if (isDead) flow.reached = true;
    const next = statements[index + 1];
    const core = coreOf(node);
    if (core.kind === "command" && next !== undefined && readsStatusFirst(next)) context.program.statusRead.add(core);
    context.statement(node);
  }
  if (isDead) flow.reached = false;
}
