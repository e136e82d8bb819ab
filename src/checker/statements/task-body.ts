/** What a task is: its clauses, its body, and what takes it back (language 6). */

import type { BlockStatement, FunctionStatement, TaskBodyStatement } from "../../syntax/index.ts";
import { resolveReference } from "../case/references.ts";
import { withinCase } from "../case/scope.ts";
import { apart, type Context, guarded, type StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { demandKept } from "../tasks/kept.ts";
import { plainText } from "../tasks/texts.ts";
import { expectTime } from "../values.ts";
import { checkSequence } from "./block.ts";
import { checkRetryClause } from "./retry.ts";

export const checkTaskBody: StatementCheck<TaskBodyStatement> = (context, node) => {
  const { flow, state } = context;
  state.waits = true;
  const scope = resolveReference(context, node.goal, "goal");
  plainText(context, node.irreversible, "irreversible");
  withinCase(context, scope, () => {
    for (const each of [node.within, node.timeout]) if (each !== undefined) expectTime(context, each);
    if (node.retry !== undefined) checkRetryClause(context, node.retry);
  });
  // The function's own: a task is made of one.
  const { parameters } = state.node as FunctionStatement;
  for (const { name } of parameters) demandKept(context, name);
  withinCase(context, scope, () =>
    guarded(context, () => {
      part(context, node.pre, "`pre`");
      if (node.remember !== undefined) checkRemembered(context, node.remember);
      const mark = flow.mark();
      context.block(node.body.statements);
      flow.take(mark);
      // What the body has changed may be anything by then, also for the half-done body's undo.
      widenAssigned(context, node);
      part(context, node.post, "`post`");
      part(context, node.undo, "`undo`");
    }),
  );
};

function part(context: Context, block: BlockStatement | undefined, place: string): void {
  if (block !== undefined) apart(context, place, () => context.block(block.statements));
}

/** In the scope of the task itself: its body and its undo see the names. */
function checkRemembered(context: Context, { statements }: BlockStatement): void {
  for (const each of statements)
    if (each.kind !== "variable" || each.value === undefined) context.report("DS2605", each, {});
  checkSequence(context, statements);
  for (const each of statements) if (each.kind === "variable") demandKept(context, each.name);
}
