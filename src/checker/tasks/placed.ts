/** Where tasks, plans, monitors and contexts may stand: at a file's top level. */

import type { PlanStatement, Statement, TaskStatement } from "../../syntax/index.ts";
import { type Context, isTopLevel } from "../context.ts";

/** In its place a task does nothing; one inside of a block is an error. */
export function refuseWithin(context: Context, node: TaskStatement | PlanStatement, kind: "task" | "plan"): void {
  if (context.scope === context.file.scope) return;
  context.report("DS2611", node.function.name, { what: `the ${kind} \`${node.function.name.name}\`` });
}

/** As above, of what has no name of a function. */
export function isAtTop(context: Context, node: Statement, what: string): boolean {
  if (isTopLevel(context)) return true;
  context.report("DS2611", { start: node.start, end: node.start + what.length }, { what: `\`${what}\`` });
  return false;
}
