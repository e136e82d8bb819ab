/** Calls of the standard library: functions, `System.…`, methods. */

import { Origin, type Signature, showType, type Type, types } from "../../records/index.ts";
import { type CallExpression, type Expression, literalValue } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { contentOf, fileOfExpression, noteContent } from "../origins/contents.ts";
import { secretBit, type Term } from "../origins/graph.ts";
import type { Value } from "../program-state.ts";
import { type Bindings, substitute } from "../types/generics.ts";
import { isNumber, isUnknown, prints } from "../types/relations.ts";
import { checkArguments, showSignature } from "./arguments.ts";

// Methods that put their arguments into their receiver: what goes in may come out.
const mutators: ReadonlySet<string> = new Set(["push", "pushAll", "unshift", "insert", "set"]);

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
  const held = followFiles(context, call, signature, values);
  if (signature.origin !== undefined) origins = held ?? Origin[signature.origin];
  else if (call.arguments.length === 0 && receiver === undefined) origins = Origin.literal;
  if (signature.secret === true) origins = graph.join(origins, secretBit);
  return { type, origins };
}

/** Follows what a call puts into a file; what the file holds that it reads, where the script wrote that. */
function followFiles(
  context: Context,
  call: CallExpression,
  { key, origin }: Signature,
  values: readonly Value[],
): Term | undefined {
  const [first, second] = call.arguments;
  if (first === undefined) return undefined;
  if (/^System\.(?:writeText|appendText)$/.test(key))
    noteContent(context, fileOfExpression(context, first), values[1]?.origins ?? 0);
  if (key === "Http.download" && second !== undefined)
    noteContent(context, fileOfExpression(context, second), Origin.network);
  if (origin !== "file") return undefined;
  const held = contentOf(context, fileOfExpression(context, first));
  if (held !== undefined) context.program.held.set(first, held);
  return held;
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
