/** `continue`: to the next turn of the innermost loop. */

import type { ContinueStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { findTarget } from "../flow/jumps.ts";

export const checkContinue: StatementCheck<ContinueStatement> = (context, node) => {
  const target = findTarget(context, node, "continue");
  if (target?.kind === "loop") target.continues.push(context.flow.changes(target.mark));
  if (target !== undefined) context.flow.reached = false;
};
