/** `$?` and `$!` (language 3, 4). */

import { Origin, types } from "../../records/index.ts";
import type { LastJobExpression, StatusExpression } from "../../syntax/index.ts";
import type { Context, ExpressionCheck } from "../context.ts";

/** A function that reads `$?` itself is in status style. */
export const checkStatus: ExpressionCheck<StatusExpression> = (context) => {
  context.state.readsStatus = true;
  context.state.ownsStatus = true;
  return { type: types.int, origins: Origin.output };
};

export const checkLastJob: ExpressionCheck<LastJobExpression> = () => ({
  type: { kind: "object", name: "Job" },
  origins: Origin.literal,
});

/** Runs `check` of an `exit $?` or `return $?`, which reads the status but makes no status style (language 4). */
export function passingStatusOn(context: Context, check: () => void): void {
  const before = context.state.ownsStatus;
  check();
  context.state.ownsStatus = before;
}
