/** `T name(T a, T b = e) { … }`: declared ahead of everything else of the file, its body checked after it (language 5). */

import { types } from "../../records/index.ts";
import type { FunctionStatement } from "../../syntax/index.ts";
import { accepting, notice } from "../annotations.ts";
import { type Context, type StatementCheck, scoped, withinFunction } from "../context.ts";
import { declare } from "../names/declare.ts";
import { createFunction, demandReturn, functionType } from "../names/functions.ts";
import { createScope } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { resolveReturn, resolveType } from "../types/resolve.ts";
import { expect } from "../values.ts";

/** In its place a function does nothing; one inside of a block is an error, and is read for its own mistakes. */
export const checkFunction: StatementCheck<FunctionStatement> = (context, node) => {
  if (context.scope === context.file.scope) return;
  context.report("DS2310", node.name, { name: node.name.name });
  declareFunction(context, node);
  const symbol = context.program.symbols.get(node.name);
  if (symbol === undefined) return;
  declareParameters(context, node, symbol);
  checkFunctionBody(context, node);
};

/** Declares a function with its type. */
export function declareFunction(context: Context, node: FunctionStatement): void {
  accepting(context, node, () => declareIt(context, node));
}

function declareIt(context: Context, node: FunctionStatement): void {
  const returns = resolveReturn(context, node.returns);
  const parameters = node.parameters.map((parameter) => resolveType(context, parameter.type));
  createFunction(context.program, node, context.file, node.name.name, returns);
  declare(context, node.name, { kind: "function", type: functionType(returns, parameters), node });
  notice(context, node.name, node);
}

/** Makes the symbols of the parameters, so that calls anywhere can flow into them. */
export function declareParameters(context: Context, node: FunctionStatement, symbol: KnownSymbol): void {
  const scope = createScope(context.scope, node);
  scoped(context, scope, () => {
    for (const [index, parameter] of node.parameters.entries()) {
      const type = symbol.type.kind === "function" ? symbol.type.parameters[index] : undefined;
      declare(context, parameter.name, { kind: "parameter", type: type ?? types.unknown });
    }
  });
  context.program.scopes.set(node, scope);
}

/** What is done within a body beside it, ahead of its first statement and behind its last. */
export interface Around {
  readonly ahead: () => void;
  readonly behind: () => void;
}

/** Checks a function's defaults and body. */
export function checkFunctionBody(context: Context, node: FunctionStatement, around?: Around): void {
  accepting(context, node, () => checkBodyOf(context, node, around));
}

function checkBodyOf(context: Context, node: FunctionStatement, around: Around | undefined): void {
  const state = context.program.functions.get(node);
  const scope = context.program.scopes.get(node);
  if (state === undefined || scope === undefined) return;
  withinFunction(context, state, () => {
    scoped(context, scope, () => {
      checkDefaults(context, node);
      around?.ahead();
      context.block(node.body.statements);
      around?.behind();
    });
    if (state.returns !== undefined) demandReturn(context, state, node.name, `\`${state.name}\``);
  });
}

function checkDefaults(context: Context, node: FunctionStatement): void {
  let earlier: string | undefined;
  const symbols = node.parameters.map((parameter) => context.program.symbols.get(parameter.name));
  // A default sees the parameters ahead of it.
  for (const symbol of symbols) if (symbol !== undefined) context.flow.set(symbol, { unassigned: true });
  for (const [index, parameter] of node.parameters.entries()) {
    const symbol = symbols[index];
    if (parameter.defaultValue === undefined) {
      if (earlier !== undefined) context.report("DS2207", parameter.name, { name: parameter.name.name, earlier });
      if (symbol !== undefined) context.flow.assign(symbol);
      continue;
    }
    earlier ??= parameter.name.name;
    const value = expect(context, parameter.defaultValue, symbol?.type ?? types.unknown);
    if (symbol === undefined) continue;
    context.program.graph.flow(value.origins, symbol.term);
    context.flow.assign(symbol);
  }
}
