/** Calls of functions that a script declares, and of function values. */

import { showType, type Type, types } from "../../records/index.ts";
import type { CallExpression, Expression } from "../../syntax/index.ts";
import { noteNotice } from "../annotations.ts";
import type { Context } from "../context.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { noteFunctionUse } from "../names/use.ts";
import type { Value } from "../program-state.ts";
import { type CalledParameter, checkArguments, showParameter } from "./arguments.ts";

/** A call of a declared function: its parameters get the arguments' origins, its result is the call's. */
export function callFunction(context: Context, call: CallExpression, symbol: KnownSymbol, shown: string): Value {
  const { program } = context;
  const { type, node } = symbol;
  if (type.kind !== "function" || node === undefined) return callValue(context, call, { type, origins: symbol.term });
  program.references.set(call.callee, { kind: "symbol", symbol });
  program.values.set(call.callee, { type, origins: symbol.term });
  program.calls.set(call, { kind: "function", symbol });
  noteFunctionUse(context, call.callee, symbol);
  noteNotice(context, call.callee, symbol, shown);
  context.state.calls.add(node);
  const parameters = node.parameters.map(
    (parameter, index): CalledParameter => ({
      name: parameter.name.name,
      type: type.parameters[index] ?? types.unknown,
      optional: parameter.defaultValue !== undefined,
      rest: false,
    }),
  );
  const signature = `${showType(type.returns)} ${shown}(${parameters.map(showParameter).join(", ")})`;
  const values = checkArguments(context, call, { name: shown, signature, parameters, bindings: new Map() });
  for (const [index, value] of values.entries()) {
    const parameter = node.parameters[index];
    const into = parameter === undefined ? undefined : program.symbols.get(parameter.name);
    if (into !== undefined) program.graph.flow(value.origins, into.term);
  }
  return { type: type.returns, origins: program.functions.get(node)?.result ?? 0 };
}

/** A call of a value: it may be any function that the program hands around, so it may wait. */
export function callValue(context: Context, call: CallExpression, callee: Value): Value {
  const { program } = context;
  const { type } = callee;
  if (type.kind !== "function") {
    for (const each of call.arguments) context.expression(each);
    if (type.kind !== "unknown") context.report("DS2204", call.callee, { type: showType(type) });
    return { type: types.unknown, origins: callee.origins };
  }
  program.calls.set(call, { kind: "value", type });
  context.state.waits = true;
  const name = nameOf(call.callee);
  const parameters = type.parameters.map(
    (each: Type, index): CalledParameter => ({
      name: `argument ${index + 1}`,
      type: each,
      optional: false,
      rest: false,
    }),
  );
  const values = checkArguments(context, call, {
    name,
    signature: `${showType(type)} ${name}`,
    parameters,
    bindings: new Map(),
  });
  for (const value of values) program.graph.flow(value.origins, program.valueArguments);
  return { type: type.returns, origins: program.valueResults };
}

function nameOf(callee: Expression): string {
  return callee.kind === "name" ? callee.name : "this function";
}
