/** `do { … } while (c)` (language 5). */

import type { DoStatement } from "../../syntax/index.ts";
import { emitCondition } from "../condition.ts";
import { at, type Scope } from "../context.ts";
import { countTruth } from "../counting.ts";
import { emitLoopBody } from "../loops.ts";
import { braced } from "../scopes.ts";

export function emitDo(scope: Scope, node: DoStatement): string {
  const body = emitLoopBody(scope, node.body);
  return braced(
    scope,
    `${at(scope, node)}do `,
    body,
    ` while (${at(scope, node.condition)}${countTruth(scope, node.condition, emitCondition(scope, node.condition))});`,
  );
}
