/** `retry 3 times every 5s on ExternalFault { … }`: the body may run several times, and has ended well behind it. */

import { types } from "../../records/index.ts";
import type { RetryStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { faultType } from "../names/faults.ts";
import { expect } from "../values.ts";

export const checkRetry: StatementCheck<RetryStatement> = (context, node) => {
  context.state.waits = true;
  expect(context, node.times, types.int);
  if (node.every !== undefined)
    expect(context, node.every, types.Duration, "a time is written as `10s`, `5m`, `500ms`");
  for (const name of node.on) faultType(context, name);
  widenAssigned(context, node);
  const guarded = context.guarded;
  // A failure that does not raise would never be tried again.
  context.guarded = true;
  context.block(node.body.statements);
  context.guarded = guarded;
};
