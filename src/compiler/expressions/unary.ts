/** `!e`, `-e`, `+e`, `~e` (language 5). */

import type { UnaryExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { siteArgument } from "../calls.ts";
import { expression, type Scope, site, typeOf, use } from "../context.ts";

export function emitUnary(scope: Scope, node: UnaryExpression): string {
  const operand = expression(scope, node.operand);
  switch (node.operator) {
    case "!":
      return `!${atom(operand)}`;
    case "+":
      return operand;
    case "-":
      if (node.operand.kind === "int" || node.operand.kind === "float") return `(-${operand})`;
      // The range of int is the same on both sides of 0, and `0 - 0` is no -0.
      return ["int", "Duration", "Size"].includes(typeOf(scope, node).kind)
        ? `0 - ${atom(operand)}`
        : `-${atom(operand)}`;
    case "~": {
      const list = [siteArgument(scope, "operand", node.operand)];
      return `${use(scope, "bits")}("~", ${operand}, 0, ${site(scope, node, "~", list)})`;
    }
  }
}
