/** `switch (e) { case a, b: … default: … }` (language 5). */

import type { SwitchStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { at, deeper, expression, line, type Scope } from "../context.ts";
import { braced } from "../scopes.ts";

export function emitSwitch(scope: Scope, node: SwitchStatement): string {
  const inside = deeper({ ...scope, exits: { ...scope.exits, break: "plain" } });
  const cases = node.cases.map((each) => {
    const labels = each.values.map((value) => `case ${expression(inside, value)}:`);
    if (each.isDefault) labels.push("default:");
    return (
      line(inside, `${at(inside, each)}${labels.join(" ")} {`) +
      emitStatements(deeper(inside), each.statements) +
      line(inside, "}")
    );
  });
  return braced(scope, `${at(scope, node)}switch (${expression(scope, node.value)}) `, cases.join(""));
}
