/** `switch (e) { case a, b: … default: … }` (language 5). */

import type { SwitchStatement } from "../../syntax/index.ts";
import { emitStatements } from "../block.ts";
import { at, deeper, expression, line, type Scope } from "../context.ts";
import { countWay } from "../counting.ts";
import { braced } from "../scopes.ts";

export function emitSwitch(scope: Scope, node: SwitchStatement): string {
  const inside = deeper({ ...scope, exits: { ...scope.exits, break: "plain" } });
  const cases = node.cases.map((each) => {
    const labels = each.values.map((value) => `case ${expression(inside, value)}:`);
    if (each.isDefault) labels.push("default:");
    return (
      line(inside, `${at(inside, each)}${labels.join(" ")} {`) +
      countWay(deeper(inside), each, "case") +
      emitStatements(deeper(inside), each.statements) +
      line(inside, "}")
    );
  });
  // Where no case fits is a way, too.
  const none = countWay(deeper(inside), node, "no case");
  if (none !== "" && !node.cases.some((each) => each.isDefault)) cases.push(braced(inside, "default: ", none));
  return braced(scope, `${at(scope, node)}switch (${expression(scope, node.value)}) `, cases.join(""));
}
