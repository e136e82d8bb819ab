/** `retry 3 times every 5s on ExternalFault { … }`: the body may run several times, and has ended well behind it. */

import { types } from "../../records/index.ts";
import type { RetryClause, RetryStatement } from "../../syntax/index.ts";
import { type Context, guarded, type StatementCheck } from "../context.ts";
import { widenAssigned } from "../flow/loops.ts";
import { faultType } from "../names/faults.ts";
import { expect, expectTime } from "../values.ts";

export const checkRetry: StatementCheck<RetryStatement> = (context, node) => {
  context.state.waits = true;
  checkRetryClause(context, node);
  widenAssigned(context, node);
  // A failure that does not raise would never be tried again.
  guarded(context, () => context.block(node.body.statements));
};

/** How often and how fast something is tried again, and on which faults. */
export function checkRetryClause(context: Context, { times, every, on }: RetryClause): void {
  expect(context, times, types.int);
  if (every !== undefined) expectTime(context, every);
  for (const name of on) faultType(context, name);
}
