/** `throw UserFault("…")`, `throw f` (language 5). */

import type { ThrowStatement } from "../../syntax/index.ts";
import { siteArgument } from "../calls.ts";
import { at, expression, markedLine, type Scope, site, use } from "../context.ts";
import { quote } from "../literals.ts";

export function emitThrow(scope: Scope, node: ThrowStatement): string {
  const { value } = node;
  const target = value.kind === "call" ? scope.unit.program.calls.get(value) : undefined;
  if (value.kind === "call" && target?.kind === "fault") {
    const [message] = value.arguments;
    const list = message === undefined ? [] : [siteArgument(scope, "message", message)];
    const place = scope.unit.sites.index({
      file: scope.file,
      node,
      function: scope.function,
      api: "throw",
      arguments: list,
    });
    const text = message === undefined ? quote(target.name) : expression(scope, message);
    return markedLine(scope, node, `${use(scope, "throwStated")}($, ${place}, ${quote(target.name)}, ${text});`);
  }
  const code = `${at(scope, node)}${use(scope, "rethrow")}($, ${site(scope, node, "throw")}, ${expression(scope, value)});`;
  return markedLine(scope, node, code);
}
