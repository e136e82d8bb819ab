/** `context "NAME" schedule "Thu 14:40-16:10"`: when the script may run (language 6). */

import { readSchedule } from "../../records/index.ts";
import type { ContextStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { isAtTop } from "../tasks/placed.ts";
import { plainText } from "../tasks/texts.ts";

export const checkContext: StatementCheck<ContextStatement> = (context, node) => {
  isAtTop(context, node, "context");
  plainText(context, node.name, "context");
  const text = plainText(context, node.schedule, "schedule");
  if (text === undefined || node.schedule === undefined) return;
  const schedule = readSchedule(text);
  if (typeof schedule === "string") context.report("DS2609", node.schedule, { problem: schedule });
};
