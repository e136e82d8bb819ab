/** `do … while (c)`. */

import type { DoStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { checkLoop, widenAssigned } from "../flow/loops.ts";
import { meet, sequence } from "../flow/state.ts";
import { checkBody } from "./body.ts";

export const checkDo: StatementCheck<DoStatement> = (context, node) => {
  context.state.waits = true;
  const { flow } = context;
  widenAssigned(context, node);
  const { ends, breaks } = checkLoop(context, () => checkBody(context, node.body));
  const end = meet(ends, flow);
  const mark = flow.mark();
  flow.apply({ ...end, reached: true });
  const outcome = context.condition(node.condition);
  flow.take(mark);
  flow.apply(meet([sequence(end, outcome.whenFalse), ...breaks], flow));
};
