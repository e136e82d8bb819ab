/** `for (init; condition; step) …`. */

import type { ForStatement } from "../../syntax/index.ts";
import { type Outcome, type StatementCheck, scoped } from "../context.ts";
import { closedLoop, withinTurns } from "../flow/closed-loops.ts";
import { checkLoop, widenAssigned } from "../flow/loops.ts";
import { meet, unchanged, unreached } from "../flow/state.ts";
import { createScope } from "../names/scope.ts";
import { checkBody } from "./body.ts";

export const checkFor: StatementCheck<ForStatement> = (context, node) => {
  const { flow } = context;
  scoped(context, createScope(context.scope, context.state.node), () => {
    if (node.init !== undefined) context.statement(node.init);
    widenAssigned(context, node);
    const outcome: Outcome =
      node.condition === undefined ? { whenTrue: unchanged, whenFalse: unreached } : context.test(node.condition);
    const closed = closedLoop(context, node);
    if (closed === undefined) context.state.waits = true;
    const { ends, breaks } = checkLoop(context, () => {
      flow.apply({ ...outcome.whenTrue, reached: true });
      withinTurns(context, closed, () => checkBody(context, node.body));
    });
    const mark = flow.mark();
    flow.apply({ ...meet(ends, flow), reached: true });
    for (const step of node.step) context.expression(step);
    flow.take(mark);
    flow.apply(meet([outcome.whenFalse, ...breaks], flow));
  });
};
