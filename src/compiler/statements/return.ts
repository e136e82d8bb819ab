/** `return e`: JavaScript's own, or across a function that the script does not see (language 5). */

import type { ReturnStatement } from "../../syntax/index.ts";
import { expression, markedLine, type Scope } from "../context.ts";
import { jump } from "../crossing.ts";

export function emitReturn(scope: Scope, node: ReturnStatement): string {
  const value = node.value === undefined ? undefined : expression(scope, node.value);
  return markedLine(scope, node, jump(scope, "return", value));
}
