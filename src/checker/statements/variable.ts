/** `T name = e`, `var name = e`, `const NAME = e` (language 5). */

import { type Type, types } from "../../records/index.ts";
import type { VariableStatement } from "../../syntax/index.ts";
import type { Context, StatementCheck } from "../context.ts";
import { declare } from "../names/declare.ts";
import { defineConstant } from "../names/defines.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { narrowed } from "../names/use.ts";
import type { Value } from "../program-state.ts";
import { isTooDeep, reportTooDeep, resolveType } from "../types/resolve.ts";
import { expect, textOf } from "../values.ts";

export const checkVariable: StatementCheck<VariableStatement> = (context, node) => {
  const declared = node.type === undefined ? undefined : resolveType(context, node.type);
  const value = initialValue(context, node, declared);
  const type = declared ?? (value === undefined ? types.unknown : inferred(context, node, value));
  const symbol = declare(context, node.name, { kind: node.constant ? "constant" : "variable", type });
  if (value === undefined) {
    if (symbol.global) context.program.withoutValue.set(symbol, []);
    if (type.kind !== "unknown") context.flow.set(symbol, { unassigned: true });
    return;
  }
  context.program.graph.flow(value.origins, symbol.term);
  const isThere = value.type.kind !== "optional" && value.type.kind !== "null" && value.type.kind !== "unknown";
  context.flow.assign(symbol, type.kind === "optional" && isThere ? narrowed(symbol) : undefined);
  if (node.constant) keepConstant(context, node, symbol, value);
};

function initialValue(context: Context, node: VariableStatement, declared: Type | undefined): Value | undefined {
  if (node.value === undefined) return undefined;
  return declared === undefined ? context.expression(node.value) : expect(context, node.value, declared);
}

/** `var` and `const` take the type of their value. */
function inferred(context: Context, node: VariableStatement, value: Value): Type {
  const { type } = value;
  if (type.kind === "null") {
    context.report("DS2103", node.value ?? node, { name: node.name.name });
    return types.unknown;
  }
  if (isTooDeep(type)) {
    reportTooDeep(context, node.value ?? node);
    return types.unknown;
  }
  if (type.kind !== "void") return type;
  context.report("DS2104", node.value ?? node, { what: `\`${textOf(context, node.value ?? node)}\`` });
  return types.unknown;
}

function keepConstant(context: Context, node: VariableStatement, symbol: KnownSymbol, value: Value): void {
  const isMain = symbol.global && context.file.index === 0;
  const text = isMain ? context.program.defines.get(symbol.name) : undefined;
  if (text !== undefined) defineConstant(context, symbol, node.name, text);
  else if (value.fold !== undefined && (symbol.type.kind === "int" || symbol.type.kind === "float"))
    symbol.fold = value.fold;
}
