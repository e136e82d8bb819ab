/** `while (c) …`: an open loop, which waits so that it can be interrupted (architecture: endless loops). */

import type { WhileStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { checkLoop, widenAssigned } from "../flow/loops.ts";
import { meet, sequence } from "../flow/state.ts";
import { checkBody } from "./body.ts";

export const checkWhile: StatementCheck<WhileStatement> = (context, node) => {
  context.state.waits = true;
  const { flow } = context;
  widenAssigned(context, node);
  const outcome = context.condition(node.condition);
  const { breaks } = checkLoop(context, () => {
    flow.apply({ ...outcome.whenTrue, reached: true });
    checkBody(context, node.body);
  });
  // The loop ends where the condition is false: at its start, or after a turn, whose changes were forgotten ahead of it.
  flow.apply(meet([sequence(outcome.whenFalse, { reached: true, facts: new Map() }), ...breaks], flow));
};
