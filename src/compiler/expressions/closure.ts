/** `(int x) => x + 1`, `(String s) => { … }` (language 5). */

import type { ClosureExpression } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { emitStatements } from "../block.ts";
import { expression, line, type Scope } from "../context.ts";
import { functionScope, withTemporaries } from "../scopes.ts";

export function emitClosure(outer: Scope, node: ClosureExpression): string {
  const { functions, symbols } = outer.unit.program;
  const scope = functionScope(outer, outer.function, outer.symbol, functions.get(node));
  const names = node.parameters.map((parameter) => {
    const symbol = symbols.get(parameter.name);
    return symbol === undefined ? "_" : outer.unit.names.of(symbol);
  });
  const head = `${scope.waits ? "async " : ""}(${["$", ...names].join(", ")}) =>`;
  const end = `${"  ".repeat(outer.depth)}}`;
  const status = scope.status === null ? "" : line(scope, `let ${scope.status} = 0;`);
  if (node.body.kind === "block") {
    return `${head} {\n${status}${withTemporaries(scope, emitStatements(scope, node.body.statements))}${end}`;
  }
  const value = expression(scope, node.body);
  if (status === "" && scope.frame.temporaries.length === 0) return `${head} ${atom(value)}`;
  return `${head} {\n${status}${withTemporaries(scope, line(scope, `return ${value};`))}${end}`;
}
