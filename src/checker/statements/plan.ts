/** `plan NAME(…) …`: declared as a function that gives an Outcome (language 6). */

import type { PlanStatement } from "../../syntax/index.ts";
import type { StatementCheck } from "../context.ts";
import { refuseWithin } from "../tasks/placed.ts";

export const checkPlan: StatementCheck<PlanStatement> = (context, node) => refuseWithin(context, node, "plan");
