/** `T name = e`, `var name = e`, `const NAME = e` (language 5). */

import type { VariableStatement } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, markedLine, type Scope, use, valueScope } from "../context.ts";
import { quote } from "../literals.ts";

export function emitVariable(scope: Scope, node: VariableStatement): string {
  const symbol = scope.unit.program.symbols.get(node.name);
  if (symbol === undefined) return "";
  const name = scope.unit.names.of(symbol);
  // An optional variable without a value holds null; the checker sees to it that others get one ahead of their use.
  const absent = symbol.type.kind === "optional" ? "null" : undefined;
  let value = node.value === undefined ? absent : expression(valueScope(scope, node.value), node.value);
  // `--define NAME=VALUE` replaces the script's own constants, and their value is not evaluated.
  if (node.constant && symbol.global && scope.file === 0 && value !== undefined) {
    value = `${use(scope, "defined")}(${quote(symbol.name)}) ?? ${atom(value)}`;
  }
  // Globals are declared at the code's head, where functions see them; what a task remembers, ahead of the task's parts.
  if (symbol.global || scope.unit.hoisted.has(symbol)) {
    return value === undefined ? "" : markedLine(scope, node, `${name} = ${value};`);
  }
  const declaration = node.constant ? "const" : "let";
  return markedLine(scope, node, value === undefined ? `let ${name};` : `${declaration} ${name} = ${value};`);
}
