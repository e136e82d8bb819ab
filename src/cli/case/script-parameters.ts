/** A script's parameters as those of a case. */

import type { Parameter, ParameterType } from "../../assurance/index.ts";
import { boundsOf, literalValue, type Statement, type TypeNode } from "../../syntax/index.ts";

type Code = (span: { readonly start: number; readonly end: number }) => string;

/** Durations stay as they are written. */
export function parameterOf(node: Statement & { readonly kind: "param" }, code: Code): Parameter {
  const { name, says, bounds, value, secret } = node;
  const type = typeOf(node.type, code);
  const isWritten = type === "Duration";
  const found = value === undefined ? undefined : isWritten ? code(value) : literalValue(value);
  const limits = bounds === undefined ? undefined : boundsOf(bounds);
  const ends =
    bounds?.kind === "range" && bounds.from !== undefined && bounds.to !== undefined
      ? ([bounds.from, bounds.to].map((end) => (isWritten ? code(end) : literalValue(end))) as readonly unknown[])
      : [];
  const [from, to] = ends;
  const isRange = (end: unknown): end is string | number => typeof end === "number" || typeof end === "string";
  return {
    name: name.name,
    type,
    // A secret's default is one, too.
    ...(found === undefined || secret ? {} : { value: found }),
    ...(isRange(from) && isRange(to) ? { range: [from, to] as const } : {}),
    ...(limits?.kind === "list" ? { choices: limits.values } : {}),
    ...(says === undefined ? {} : { says }),
  };
}

const types: Readonly<Record<string, ParameterType>> = {
  String: "String",
  int: "Int",
  float: "Double",
  boolean: "Boolean",
  Duration: "Duration",
};

function typeOf(node: TypeNode, code: Code): ParameterType {
  const name = code(node).replace(/\?$/, "");
  return name.endsWith("[]") ? "List" : (types[name] ?? "String");
}
