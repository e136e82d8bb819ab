/** `wait until (c) every 2s timeout 1m`: the condition holds behind it. */

import type { WaitStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { expectTime } from "../values.ts";

export const checkWait: StatementCheck<WaitStatement> = (context, node) => {
  context.state.waits = true;
  if (node.every !== undefined) expectTime(context, node.every);
  if (node.timeout !== undefined) expectTime(context, node.timeout);
  widenAssigned(context, node);
  const outcome = context.condition(node.condition);
  context.flow.apply({ ...outcome.whenTrue, reached: true });
};
