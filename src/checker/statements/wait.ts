/** `wait until (c) every 2s timeout 1m`: the condition holds behind it. */

import { types } from "../../records/index.ts";
import type { WaitStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { expect } from "../values.ts";

export const checkWait: StatementCheck<WaitStatement> = (context, node) => {
  context.state.waits = true;
  const hint = "a time is written as `10s`, `5m`, `500ms`";
  if (node.every !== undefined) expect(context, node.every, types.Duration, hint);
  if (node.timeout !== undefined) expect(context, node.timeout, types.Duration, hint);
  widenAssigned(context, node);
  const outcome = context.condition(node.condition);
  context.flow.apply({ ...outcome.whenTrue, reached: true });
};
