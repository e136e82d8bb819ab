/** `break`: to the end of the innermost loop or switch. */

import type { BreakStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { findTarget } from "../flow/jumps.ts";

export const checkBreak: StatementCheck<BreakStatement> = (context, node) => {
  const target = findTarget(context, node, "break");
  if (target !== undefined) target.breaks.push(context.flow.changes(target.mark));
  if (target !== undefined) context.flow.reached = false;
};
