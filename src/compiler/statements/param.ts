/** `param TYPE NAME = VALUE` (language 3): what the command line gave, or the default. */

import type { ParameterStatement } from "../../syntax/index.ts";
import { atom } from "../atom.ts";
import { expression, markedLine, type Scope, site, use } from "../context.ts";
import { quote } from "../literals.ts";

export function emitParameter(scope: Scope, node: ParameterStatement): string {
  const symbol = scope.unit.program.symbols.get(node.name);
  if (symbol === undefined) return "";
  if (scope.file !== 0)
    return markedLine(scope, node, `${scope.unit.names.of(symbol)} = ${ofTest(scope, node, symbol.type.kind)};`);
  const given = `${use(scope, "parameter")}(${quote(symbol.name)})`;
  const value = `${given} ?? ${atom(defaultOf(scope, node, symbol.type.kind))}`;
  return markedLine(scope, node, `${scope.unit.names.of(symbol)} = ${value};`);
}

/** A script that a file of tests imports has no command line: its parameters have their defaults, or next to nothing. */
function ofTest(scope: Scope, node: ParameterStatement, kind: string): string {
  if (node.value !== undefined) return expression(scope, node.value);
  return nothing[kind] ?? "0";
}

const nothing: Readonly<Record<string, string>> = { String: '""', boolean: "false", array: "[]", optional: "null" };

/** What stands for a value that was not given; where none may be missing, the run has seen to that. */
function defaultOf(scope: Scope, node: ParameterStatement, kind: string): string {
  if (node.value !== undefined) {
    const value = expression(scope, node.value);
    if (node.bounds === undefined && !node.secret) return value;
    const where = site(scope, node.value, "param");
    return `${use(scope, "bounded")}(${where}, ${quote(node.name.name)}, ${value})`;
  }
  if (kind === "array") return "[]";
  return kind === "boolean" ? "false" : "null";
}
