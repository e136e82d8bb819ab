/** Calls: of this file's functions, an imported file's, the library's, values, and faults (language 5). */

import { Origin, type Signature, type Type, types } from "../../records/index.ts";
import type { CallExpression, MemberExpression, NameExpression } from "../../syntax/index.ts";
import { checkArguments } from "../calls/arguments.ts";
import { callLibrary, callUnknown } from "../calls/library.ts";
import { callFunction, callValue } from "../calls/own.ts";
import { callMember, callOfBase, makeBase, makeObject } from "../classes/calls.ts";
import { infoOf, infoOfType } from "../classes/named.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import { commandForm, isCommand } from "../names/commands.ts";
import { fileOf } from "../names/home.ts";
import { importedFile, importedName } from "../names/imported-name.ts";
import { lookUpName } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { mayTest } from "../names/tests.ts";
import { reportMissing, useSymbol } from "../names/use.ts";
import type { Value } from "../program-state.ts";
import { findMember, nearestFunction } from "../types/members.ts";
import { isFaultName } from "../types/relations.ts";
import { present, textOf } from "../values.ts";
import { rootOf } from "./assign.ts";
import { namespaceOf, receiver } from "./member.ts";

export const checkCall: ExpressionCheck<CallExpression> = (context, node) => {
  switch (node.callee.kind) {
    case "name":
      return callName(context, node, node.callee);
    case "member":
      return callQualified(context, node, node.callee);
    case "super":
      return makeBase(context, node);
    default: {
      const callee = context.expression(node.callee);
      return callValue(context, node, { ...callee, type: present(context, node.callee, callee) });
    }
  }
};

function callName(context: Context, call: CallExpression, callee: NameExpression): Value {
  const { name } = callee;
  const symbol = lookUpName(context, callee);
  if (symbol !== undefined && symbol.kind !== "import") return callSymbol(context, call, symbol, name);
  const signature = packageFunction(context, callee) ?? context.program.library.plain.get(name);
  if (signature !== undefined) return callLibrary(context, call, signature, new Map());
  if (isFaultName(name)) return makeFault(context, call, name);
  if (symbol !== undefined || context.program.library.modules.has(name) || name === "env") {
    if (name === "int" || name === "float") reportConversion(context, call, name);
    else context.expression(callee);
    return callUnknown(context, call);
  }
  if (isCommand(context, name)) context.report("DS2508", callee, { name, form: commandForm(context, call, name) });
  else reportMissing(context, name, callee, true);
  return callUnknown(context, call);
}

/** A function of the package whose script, or whose syntax, calls it. */
function packageFunction(context: Context, callee: NameExpression): Signature | undefined {
  return fileOf(context, callee).functions.get(callee.name);
}

/** `int("5")` */
function reportConversion(context: Context, call: CallExpression, name: string): void {
  const [value] = call.arguments;
  const text = value === undefined ? "…" : textOf(context, value);
  context.report("DS2011", call.callee, { name, example: `${name}.parse(${text})` });
}

function callSymbol(context: Context, call: CallExpression, symbol: KnownSymbol, shown: string): Value {
  if (symbol.kind === "function") return callFunction(context, call, symbol, shown);
  const info = infoOf(context, symbol);
  if (info !== undefined) return makeObject(context, call, info, shown);
  const value = useSymbol(context, call.callee, symbol);
  context.program.values.set(call.callee, value);
  return callValue(context, call, { ...value, type: present(context, call.callee, value) });
}

/** `UserFault("why")`: a fault whose class or kind the script states. */
function makeFault(context: Context, call: CallExpression, name: string): Value {
  if (name === "Fault") context.report("DS2208", call.callee, { name });
  context.program.calls.set(call, { kind: "fault", name });
  const [message] = checkArguments(context, call, {
    name,
    signature: `${name}(String message)`,
    parameters: [{ name: "message", type: types.String, optional: false, rest: false }],
    bindings: new Map(),
  });
  return { type: { kind: "object", name }, origins: message?.origins ?? Origin.literal };
}

function callQualified(context: Context, call: CallExpression, callee: MemberExpression): Value {
  if (callee.object.kind === "super") return callOfBase(context, call, callee);
  const place = namespaceOf(context, callee);
  const name = callee.name.name;
  switch (place?.kind) {
    case "import": {
      const packaged = importedFile(context, place.symbol)?.functions.get(name);
      if (packaged !== undefined) return callLibrary(context, call, packaged, new Map());
      const symbol = importedName(context, place.symbol, callee.name);
      return symbol === undefined
        ? callUnknown(context, call)
        : callSymbol(context, call, symbol, `${place.symbol.name}.${name}`);
    }
    case "environment": {
      const value = context.expression(callee);
      return callValue(context, call, value);
    }
    case "module": {
      const members = context.program.library.modules.get(place.name);
      const signature = members?.get(name);
      if (place.name === "Test" && !mayTest(context)) context.report("DS2323", callee, { name });
      if (signature !== undefined && !signature.property) return callLibrary(context, call, signature, new Map());
      if (signature === undefined)
        context.report("DS2203", callee.name, {
          type: `\`${place.name}\``,
          name,
          nearest: nearestFunction(name, members?.keys() ?? []),
        });
      else context.report("DS2205", callee.name, { name, property: true });
      return callUnknown(context, call);
    }
    case undefined:
      return callMethod(context, call, callee);
  }
}

function callMethod(context: Context, call: CallExpression, callee: MemberExpression): Value {
  const value = receiver(context, callee);
  const type: Type = present(context, callee.object, value);
  if (type.kind === "class") return callMember(context, call, callee, infoOfType(type.of));
  const member = findMember(context, type, callee);
  if (member === undefined) return callUnknown(context, call);
  if (member.signature.property) {
    context.report("DS2205", callee.name, { name: callee.name.name, property: true });
    return callUnknown(context, call);
  }
  return callLibrary(context, call, member.signature, member.bindings, {
    node: callee.object,
    value,
    root: rootOf(context, callee.object),
  });
}
