/** `task NAME(…) …`: a function that hands its parts to the runtime (language 6). */

import type { PlanStatement, TaskStatement } from "../../syntax/index.ts";
import type { Scope } from "../context.ts";
import { emitFunctionStatement } from "./function.ts";

export function emitTask(scope: Scope, node: TaskStatement | PlanStatement): string {
  return emitFunctionStatement(scope, node.function);
}
