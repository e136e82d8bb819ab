/** `monitor NAME every 10s { … return e }`: in its place its period alone is checked; its body is a function without parameters (language 6). */

import { types } from "../../records/index.ts";
import type { MonitorStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { isAtTop } from "../tasks/placed.ts";
import { expect } from "../values.ts";
import { demandBounds } from "../watching/bounds.ts";

export const checkMonitor: StatementCheck<MonitorStatement> = (context, node) => {
  expect(context, node.every, types.Duration, "a time is written as `10s`, `5m`, `500ms`");
  demandBounds(context, node.every, "every");
  isAtTop(context, node, "monitor");
};
