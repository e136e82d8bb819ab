/** `break`: JavaScript's own, or across a function that the script does not see (language 5). */

import type { BreakStatement } from "../../syntax/index.ts";
import { markedLine, type Scope } from "../context.ts";
import { jump } from "../crossing.ts";

export function emitBreak(scope: Scope, node: BreakStatement): string {
  return markedLine(scope, node, jump(scope, "break"));
}
