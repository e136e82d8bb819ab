/** `e instanceof T` (language 5): a class, or a fault's kind or class as `catch` takes it. */

import type { InstanceofExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { className } from "../class-names.ts";
import { expression, type Scope, temporary, typeOf, use } from "../context.ts";
import { quote } from "../literals.ts";

export function emitInstanceof(scope: Scope, node: InstanceofExpression): string {
  const value = expression(scope, node.left);
  const target = scope.unit.program.targets.get(node);
  if (target?.kind === "class") return `${atom(value)} instanceof ${className(scope, target.of)}`;
  const name = quote(target?.kind === "object" ? target.name : "Fault");
  if (typeOf(scope, node.left).kind !== "optional") return `${use(scope, "matches")}(${value}, ${name})`;
  const kept = temporary(scope);
  return `((${kept} = ${atom(value)}) !== null && ${use(scope, "matches")}(${kept}, ${name}))`;
}
