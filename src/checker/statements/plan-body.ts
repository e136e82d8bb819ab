/** What a plan is: tasks in their order, and what follows where one fails (language 6). */

import { Origin } from "../../records/index.ts";
import type { FailureHandler, FunctionStatement, PlanBodyStatement } from "../../syntax/index.ts";
import { barrier, type Context, type StatementCheck, scoped } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { declare } from "../names/declare.ts";
import { faultType } from "../names/faults.ts";
import { createScope } from "../names/scope.ts";
import { demandKept } from "../tasks/kept.ts";
import { plainText } from "../tasks/texts.ts";

export const checkPlanBody: StatementCheck<PlanBodyStatement> = (context, node) => {
  const { flow, state } = context;
  state.waits = true;
  plainText(context, node.goal, "goal");
  // The function's own: a plan is made of one.
  const { parameters } = state.node as FunctionStatement;
  for (const { name } of parameters) demandKept(context, name);
  const { guarded } = context;
  context.guarded = true;
  const mark = flow.mark();
  barrier(context, "a plan", () => context.block(node.body.statements));
  flow.take(mark);
  widenAssigned(context, node);
  checkHandler(context, node.onFailure, "`on failure`");
  checkHandler(context, node.onUndoFailure, "`on undo failure`");
  context.guarded = guarded;
  // The engine gives what has become of it.
  flow.reached = false;
};

function checkHandler(context: Context, handler: FailureHandler | undefined, place: string): void {
  if (handler === undefined) return;
  const { type, name, body } = handler;
  const mark = context.flow.mark();
  const inside = (): void => barrier(context, place, () => context.block(body.statements));
  if (type === undefined || name === undefined) inside();
  else
    scoped(context, createScope(context.scope, context.state.node), () => {
      const symbol = declare(context, name, { kind: "variable", type: faultType(context, type) });
      context.program.graph.flow(Origin.output, symbol.term);
      inside();
    });
  context.flow.take(mark);
}
