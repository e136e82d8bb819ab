/** What a plan is: tasks in their order, and what follows where one fails (language 6). */

import type { FailureHandler, FunctionStatement, PlanBodyStatement } from "../../syntax/index.ts";
import { resolveReference } from "../case/references.ts";
import { withinCase } from "../case/scope.ts";
import { apart, type Context, guarded, type StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { demandKept } from "../tasks/kept.ts";
import { checkCatch } from "./try.ts";

export const checkPlanBody: StatementCheck<PlanBodyStatement> = (context, node) => {
  const { flow, state } = context;
  state.waits = true;
  const scope = resolveReference(context, node.goal, "goal");
  // The function's own: a plan is made of one.
  const { parameters } = state.node as FunctionStatement;
  for (const { name } of parameters) demandKept(context, name);
  withinCase(context, scope, () =>
    guarded(context, () => {
      apart(context, "a plan", () => context.block(node.body.statements));
      widenAssigned(context, node);
      checkHandler(context, node.onFailure, "`on failure`");
      checkHandler(context, node.onUndoFailure, "`on undo failure`");
    }),
  );
  // The engine gives what has become of it.
  flow.reached = false;
};

function checkHandler(context: Context, handler: FailureHandler | undefined, place: string): void {
  if (handler === undefined) return;
  const { type, name, body } = handler;
  apart(context, place, () => {
    if (type === undefined || name === undefined) context.block(body.statements);
    else checkCatch(context, { type, name, body });
  });
}
