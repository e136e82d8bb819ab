/** `context "NAME" schedule "Thu 14:40-16:10"`: when the script may run (language 6). */

import { readSchedule, types } from "../../records/index.ts";
import type { ContextStatement } from "../../syntax/index.ts";
import type { Context, StatementCheck } from "../context.ts";
import { isAtTop } from "../tasks/placed.ts";
import { plainText } from "../tasks/texts.ts";
import { expect } from "../values.ts";

export const checkContext: StatementCheck<ContextStatement> = (context, node) => {
  isAtTop(context, node, "context");
  plainText(context, node.name, "context");
  const text = scheduleText(context, node.schedule);
  if (text === undefined || node.schedule === undefined) return;
  const schedule = readSchedule(text);
  if (typeof schedule === "string") context.report("DS2609", node.schedule, { problem: schedule });
};

/** Written out, or what the D-Case states. */
function scheduleText(context: Context, node: ContextStatement["schedule"]): string | undefined {
  if (node?.kind !== "context-value") return plainText(context, node, "schedule");
  expect(context, node, types.String);
  const stated = context.program.contextValues.get(node);
  return typeof stated === "string" ? stated : undefined;
}
