/** `throw UserFault("…")`, `throw f` (language 5). */

import type { ThrowStatement } from "../../syntax/index.ts";
import { statedArguments } from "../calls.ts";
import { at, expression, markedLine, type Scope, site, use } from "../context.ts";

export function emitThrow(scope: Scope, node: ThrowStatement): string {
  const { value } = node;
  const target = value.kind === "call" ? scope.unit.program.calls.get(value) : undefined;
  if (value.kind === "call" && target?.kind === "fault") {
    const list = statedArguments(scope, node, target.name, value.arguments);
    return markedLine(scope, node, `${use(scope, "throwStated")}(${list});`);
  }
  const code = `${at(scope, node)}${use(scope, "rethrow")}($, ${site(scope, node, "throw")}, ${expression(scope, value)});`;
  return markedLine(scope, node, code);
}
