/** `continue`: JavaScript's own, or across a function that the script does not see (language 5). */

import type { ContinueStatement } from "../../syntax/index.ts";
import { markedLine, type Scope } from "../context.ts";
import { jump } from "../crossing.ts";

export function emitContinue(scope: Scope, node: ContinueStatement): string {
  return markedLine(scope, node, jump(scope, "continue"));
}
