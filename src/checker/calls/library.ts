/** Calls of the standard library: functions, `System.…`, methods. */

import { Origin, type Signature, showType, type Type, types } from "../../records/index.ts";
import { type CallExpression, type Expression, literalValue } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { secretBit, type Term } from "../origins/graph.ts";
import { contentOf, stateOf } from "../origins/places.ts";
import { contentAt, keyOfExpression } from "../origins/written.ts";
import type { Value } from "../program-state.ts";
import { type Bindings, substitute } from "../types/generics.ts";
import { isNumber, isUnknown, prints } from "../types/relations.ts";
import { checkArguments, showSignature } from "./arguments.ts";

// Methods that put their arguments into their receiver: what goes in may come out.
const mutators: ReadonlySet<string> = new Set(["push", "pushAll", "unshift", "insert", "set"]);

// Calls that ask of a path itself, and not of what the file holds.
const asksOfPath: ReadonlySet<string> = new Set([
  "System.exists",
  "System.access",
  "System.stat",
  "System.lstat",
  "System.isFile",
  "System.isDirectory",
  "System.readdir",
  "System.readlink",
  "System.realpath",
]);

export interface Receiver {
  readonly node: Expression;
  readonly value: Value;
  /** The node of the variable that holds it. */
  readonly root: Term;
}

/** Checks the arguments of a library call, and gives its value with its origins (faults 1.1). */
export function callLibrary(
  context: Context,
  call: CallExpression,
  signature: Signature,
  bindings: Bindings,
  receiver?: Receiver,
): Value {
  const { program } = context;
  const { graph } = program;
  program.calls.set(call, { kind: "library", signature });
  if (signature.waits === true) context.state.waits = true;
  checkElements(context, call, signature, receiver);
  if (signature.key === "Test.fake") noteFake(context, call);
  const shown = receiver === undefined ? signature.key : signature.name;
  const values = checkArguments(context, call, {
    name: shown,
    signature: showSignature(signature),
    parameters: signature.parameters,
    bindings,
    hands: receiver?.value.origins ?? 0,
  });
  let origins: Term = receiver?.value.origins ?? 0;
  for (const [index, node] of call.arguments.entries()) {
    const value = values[index];
    if (value === undefined) continue;
    const isFunction = value.type.kind === "function";
    origins = graph.join(origins, isFunction ? handed(context, node, receiver) : value.origins);
    if (receiver !== undefined && !isFunction && mutators.has(signature.name)) graph.flow(value.origins, receiver.root);
  }
  const type = substitute(signature.returns, bindings);
  noteContent(context, call, signature, values);
  if (signature.origin !== undefined) origins = originOf(context, call, signature, values);
  else if (call.arguments.length === 0 && receiver === undefined) origins = Origin.literal;
  if (signature.secret === true) origins = graph.join(origins, secretBit);
  return { type, origins };
}

/** What a call tells that reads something itself: of a file, whose that is by its path. */
function originOf(context: Context, call: CallExpression, { origin, key }: Signature, values: readonly Value[]): Term {
  const { graph } = context.program;
  const [path] = values;
  const [written] = call.arguments;
  if (origin !== "file" || path === undefined || written === undefined)
    return origin === undefined ? 0 : Origin[origin];
  // What is read of an open file is what its path leads to.
  if (path.type.kind === "object") return graph.join(Origin.file, path.origins);
  if (asksOfPath.has(key)) return stateOf(graph, path.origins);
  return graph.join(contentOf(graph, path.origins), contentAt(context, keyOfExpression(context, written)));
}

// Calls that write a file, and which of their arguments its path is.
const writers: Readonly<Record<string, number>> = {
  "System.writeText": 0,
  "System.appendText": 0,
  "Http.download": 1,
};

/** What a call writes into a file may be read from there. */
function noteContent(context: Context, call: CallExpression, { key }: Signature, values: readonly Value[]): void {
  const path = call.arguments[writers[key] ?? -1];
  if (path === undefined) return;
  const from = key === "Http.download" ? Origin.network : (values[1]?.origins ?? 0);
  context.program.graph.flow(from, contentAt(context, keyOfExpression(context, path)));
}

/** Which program a test fakes, where the text says so. */
function noteFake({ program }: Context, { arguments: [name] }: CallExpression): void {
  const text = name === undefined ? undefined : literalValue(name);
  if (typeof text === "string") program.faked.names.add(text);
  else program.faked.isComputed = true;
}

/** Sorting without a closure needs elements that have an order, joining those that print (language 5). */
function checkElements(context: Context, call: CallExpression, { needs, name }: Signature, receiver?: Receiver): void {
  const array = receiver?.value.type;
  if (needs === undefined || array?.kind !== "array" || (needs === "order" && call.arguments.length > 0)) return;
  const { element } = array;
  if (isUnknown(element) || (needs === "order" ? isOrdered(element) : prints(element) && element.kind !== "class"))
    return;
  context.report("DS2209", call.callee, { name, type: showType(array), needs });
}

function isOrdered(type: Type): boolean {
  return isNumber(type) || type.kind === "String" || type.kind === "Duration" || type.kind === "Size";
}

/** A function that is handed to the library is called by it: the call waits where the function does, and gives what it gives. */
function handed(context: Context, node: Expression, receiver: Receiver | undefined): Term {
  const { program } = context;
  const { graph } = program;
  if (node.kind === "closure") {
    context.state.calls.add(node);
    return program.functions.get(node)?.result ?? 0;
  }
  const reference = program.references.get(node);
  const declared = reference?.kind === "symbol" ? reference.symbol.node : undefined;
  if (declared === undefined) {
    // Any function may be in it, one that waits too.
    context.state.waits = true;
    return program.valueResults;
  }
  context.state.calls.add(declared);
  for (const parameter of declared.parameters) {
    const symbol = program.symbols.get(parameter.name);
    if (symbol !== undefined) graph.flow(receiver?.value.origins ?? 0, symbol.term);
  }
  return program.functions.get(declared)?.result ?? 0;
}

/** A call whose callee is unknown: its arguments are checked all the same. */
export function callUnknown(context: Context, call: CallExpression): Value {
  for (const each of call.arguments) context.expression(each);
  return { type: types.unknown, origins: 0 };
}
