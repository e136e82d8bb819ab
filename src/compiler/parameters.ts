/** A script's own command line, as data: what `--help`, completion and the start of a run know of its parameters (language 3). */

import type { ParameterSpec } from "../records/index.ts";
import { optionOf } from "../records/index.ts";
import { boundsOf, type Expression, literalValue, type NodeBase, type ParameterStatement } from "../syntax/index.ts";
import { type Scope, site } from "./context.ts";

/** The parameters of the script's top level, in their order. */
export function parametersOf(scope: Scope): readonly ParameterSpec[] {
  const statements = scope.unit.program.files[0]?.script.statements ?? [];
  return statements.flatMap((each) => (each.kind === "param" ? specOf(scope, each) : []));
}

function specOf(scope: Scope, node: ParameterStatement): readonly ParameterSpec[] {
  const symbol = scope.unit.program.symbols.get(node.name);
  if (symbol === undefined) return [];
  const { type, name } = symbol;
  const mayLack = type.kind === "optional" || type.kind === "array" || type.kind === "boolean";
  return [
    {
      name,
      option: optionOf(name),
      type,
      required: node.value === undefined && !mayLack,
      secret: node.secret,
      ...(node.bounds && { bounds: boundsOf(node.bounds), boundsText: textOf(scope, node.bounds) }),
      ...(node.value && { defaultText: node.secret ? "***" : defaultText(scope, node.value) }),
      ...(node.says !== undefined && { says: node.says }),
      site: site(scope, node.name, "param"),
    },
  ];
}

function defaultText(scope: Scope, value: Expression): string {
  const literal = literalValue(value);
  return typeof literal === "string" ? literal : textOf(scope, value);
}

function textOf(scope: Scope, node: NodeBase): string {
  const text = scope.unit.program.files[0]?.source.text.slice(node.start, node.end) ?? "";
  return text.replaceAll(/\s+/g, " ").trim();
}

/** The comment at the head of a script, behind its `#!` line: what it is for, in its author's words. */
export function headComment(text: string): string {
  const lines: string[] = [];
  for (const line of text.replace(/^\ufeff/, "").split("\n", 200)) {
    const comment = /^\s*(?:#(?!!)|\/\/)\s?(.*?)\s*$/.exec(line)?.[1];
    if (comment !== undefined) lines.push(comment);
    else if (lines.length > 0 || !/^(?:#!.*|\s*)$/.test(line)) break;
  }
  return lines.join("\n").trim();
}
