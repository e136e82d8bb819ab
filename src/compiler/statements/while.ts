/** `while (c) { … }` (language 5). */

import type { WhileStatement } from "../../syntax/index.ts";
import { emitCondition } from "../condition.ts";
import { at, type Scope } from "../context.ts";
import { emitLoopBody } from "../loops.ts";
import { braced } from "../scopes.ts";

export function emitWhile(scope: Scope, node: WhileStatement): string {
  const head = `${at(scope, node)}while (${emitCondition(scope, node.condition)}) `;
  return braced(scope, head, emitLoopBody(scope, node.body));
}
