/** `task NAME(…) …`: declared as a function is; what it does stands in its body (language 6). */

import type { TaskStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { refuseWithin } from "../tasks/placed.ts";

export const checkTask: StatementCheck<TaskStatement> = (context, node) => refuseWithin(context, node, "task");
