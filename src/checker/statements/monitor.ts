/** `monitor NAME every 10s { … return e }`: in its place its period alone is checked; its body is a function without parameters (language 6). */

import type { MonitorStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { isAtTop } from "../tasks/placed.ts";
import { expectTime } from "../values.ts";
import { demandBounds } from "../watching/bounds.ts";

export const checkMonitor: StatementCheck<MonitorStatement> = (context, node) => {
  expectTime(context, node.every);
  demandBounds(context, node.every, "every");
  isAtTop(context, node, "monitor");
};
