/** The arguments of a call against the parameters of what is called. */

import { type Signature, showType, type Type, types } from "../../records/index.ts";
import type { CallExpression, Expression } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import type { Term } from "../origins/graph.ts";
import type { Value } from "../program-state.ts";
import { type Bindings, bind, substitute } from "../types/generics.ts";
import { fits, prints } from "../types/relations.ts";
import { asText, isUnderNull, present, printable, reportNull, shownApart, widen } from "../values.ts";

export interface CalledParameter {
  readonly name: string;
  readonly type: Type | "any";
  readonly optional: boolean;
  readonly rest: boolean;
}

/** What is called, as messages show it. */
export interface Called {
  readonly name: string;
  /** "boolean move(String from, String to = …)". */
  readonly signature: string;
  readonly parameters: readonly CalledParameter[];
  readonly bindings: Bindings;
  /** What the called function calls its own function arguments with, where that is known: the receiver. */
  readonly hands?: Term;
}

/** Checks all arguments; plain ones first, so that closures know what they are called with. Values stand in source order. */
export function checkArguments(context: Context, call: CallExpression, called: Called): readonly Value[] {
  countArguments(context, call, called);
  const values = new Map<Expression, Value>();
  const isLate = (node: Expression): boolean => node.kind === "closure";
  let hands = called.hands ?? 0;
  for (const [index, node] of call.arguments.entries()) {
    if (isLate(node)) continue;
    const value = argument(context, node, parameterAt(called, index), called);
    values.set(node, value);
    if (called.hands !== undefined && value.type.kind !== "function")
      hands = context.program.graph.join(hands, value.origins);
  }
  for (const [index, node] of call.arguments.entries()) {
    if (!isLate(node)) continue;
    if (called.hands !== undefined) context.program.direct.set(node, hands);
    values.set(node, argument(context, node, parameterAt(called, index), called));
  }
  return call.arguments.map((node) => values.get(node) ?? { type: types.unknown, origins: 0 });
}

function parameterAt(called: Called, index: number): CalledParameter | undefined {
  const last = called.parameters.at(-1);
  return called.parameters[index] ?? (last?.rest === true ? last : undefined);
}

function argument(context: Context, node: Expression, parameter: CalledParameter | undefined, called: Called): Value {
  if (parameter === undefined) return context.expression(node);
  if (parameter.type === "any") {
    return printable(context, node, context.expression(node, types.String));
  }
  const pattern = parameter.type;
  const value = context.expression(node, substitute(pattern, called.bindings));
  bind(pattern, value.type, called.bindings);
  const wanted = substitute(pattern, called.bindings);
  if (fits(value.type, wanted)) {
    widen(context, node, value.type, wanted);
    return value;
  }
  if (value.type.kind === "void") present(context, node, value);
  else if (isUnderNull(value.type, wanted)) reportNull(context, node, value.type);
  else
    context.report("DS2202", node, {
      parameter: parameter.name,
      ...shownApart(value.type, wanted),
      signature: called.signature,
      hint:
        wanted.kind === "String" && prints(value.type) ? `write it as a text, \`${asText(context, node)}\`` : undefined,
    });
  return { type: types.unknown, origins: value.origins };
}

function countArguments(context: Context, call: CallExpression, called: Called): void {
  const { parameters } = called;
  const least = parameters.filter((parameter) => !parameter.optional && !parameter.rest).length;
  const most = parameters.at(-1)?.rest === true ? Number.POSITIVE_INFINITY : parameters.length;
  const found = call.arguments.length;
  if (found >= least && found <= most) return;
  const plural = (count: number): string => `${count === 0 ? "no" : count} argument${count === 1 ? "" : "s"}`;
  const expected =
    least === most
      ? plural(least)
      : most === Number.POSITIVE_INFINITY
        ? `at least ${plural(least)}`
        : `${least} to ${plural(most)}`;
  const extra = found > most ? call.arguments[most] : undefined;
  context.report("DS2201", extra ?? call, {
    name: called.name,
    found,
    expected,
    signature: called.signature,
    missing: found < least ? parameters.filter((each) => !each.optional && !each.rest)[found]?.name : undefined,
  });
}

/** "File System.fopen(String filename, String mode = …)". */
export function showSignature(signature: Signature): string {
  const owner = signature.receiver === undefined ? "" : `${showType(signature.receiver)}.`;
  const name = signature.receiver === undefined ? signature.key : signature.name;
  return `${showType(signature.returns)} ${owner}${name}(${signature.parameters.map(showParameter).join(", ")})`;
}

export function showParameter(parameter: CalledParameter): string {
  const type = parameter.type === "any" ? "any" : showType(parameter.type);
  return `${parameter.rest ? "..." : ""}${type} ${parameter.name}${parameter.optional ? " = …" : ""}`;
}
