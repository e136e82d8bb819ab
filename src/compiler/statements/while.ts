/** `while (c) { … }` (language 5). */

import type { WhileStatement } from "../../syntax/index.ts";
import { emitCondition } from "../condition.ts";
import { at, expression, type Scope } from "../context.ts";
import { countTruth } from "../counting.ts";
import { emitLoop, emitLoopBody } from "../loops.ts";
import { braced } from "../scopes.ts";

export function emitWhile(scope: Scope, node: WhileStatement): string {
  if (node.condition.kind === "command-condition") {
    return braced(
      scope,
      `${at(scope, node)}while (${countTruth(scope, node.condition, emitCondition(scope, node.condition))}) `,
      emitLoopBody(scope, node.body),
    );
  }
  const { expression: test } = node.condition;
  return emitLoop(scope, { node, condition: test, steps: [], body: node.body }, (inside) => {
    const condition = countTruth(inside, test, expression(inside, test));
    return { condition, step: "", head: `while (${condition})` };
  });
}
