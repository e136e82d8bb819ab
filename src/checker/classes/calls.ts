/** Calls within objects: making one, its methods, and those of its base (language 5). */

import { Origin, showType, types } from "../../records/index.ts";
import type { CallExpression, MemberExpression } from "../../syntax/index.ts";
import { noteNotice } from "../annotations.ts";
import { type CalledParameter, checkArguments, showParameter } from "../calls/arguments.ts";
import { callUnknown } from "../calls/library.ts";
import { callValue } from "../calls/own.ts";
import type { Context } from "../context.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import type { Value } from "../program-state.ts";
import { present } from "../values.ts";
import { memberOf, readField } from "./access.ts";
import type { ClassInfo, MethodInfo } from "./class-info.ts";
import { useWhole } from "./making.ts";

/** `Disk("sda")` */
export function makeObject(context: Context, call: CallExpression, info: ClassInfo, shown: string): Value {
  const { program } = context;
  program.references.set(call.callee, { kind: "symbol", symbol: info.symbol });
  program.values.set(call.callee, { type: types.unknown, origins: Origin.literal });
  noteNotice(context, call.callee, info.symbol);
  noteMade(context, call, info.symbol, info);
  const { maker } = info;
  program.calls.set(call, { kind: "construct", of: info, ...(maker && { maker: maker.symbol }), isBase: false });
  context.state.calls.add(info.node);
  giveArguments(context, call, maker, shown, shown);
  return { type: info.type, origins: Origin.literal };
}

/** What the making of an object uses must have its value by then, as for a function. */
function noteMade(context: Context, call: CallExpression, symbol: KnownSymbol, info: ClassInfo): void {
  if (symbol.file === context.file.index && context.state.node === context.file.script)
    context.program.uses.push({ file: context.file, node: call.callee, callee: info.node, name: `\`${info.name}\`` });
}

/** `super(…)`: the base's part of the object at hand. */
export function makeBase(context: Context, call: CallExpression): Value {
  const { making, inClass } = context;
  const say = (problem: string, hint: string): Value => {
    context.report("DS2409", call.callee, { problem, hint });
    return callUnknown(context, call);
  };
  if (inClass === undefined) {
    context.report("DS2414", call.callee, { word: "super" });
    return callUnknown(context, call);
  }
  if (making?.method === undefined || context.state.node !== making.method.function)
    return say("`super(…)` stands outside of a constructor", "call a method of the base by its name: `super.NAME(…)`");
  if (inClass.base === undefined)
    return say(
      `\`${inClass.name}\` extends no class`,
      "remove the call, or name the base: `class NAME extends BASE { … }`",
    );
  if (making.superCall !== call)
    return say(
      "`super(…)` stands behind the constructor's first statement",
      "move it there: the base's part of the object is made first",
    );
  const { base } = inClass;
  const { maker } = base;
  context.program.calls.set(call, { kind: "construct", of: base, ...(maker && { maker: maker.symbol }), isBase: true });
  context.program.values.set(call.callee, { type: types.unknown, origins: Origin.literal });
  context.state.calls.add(base.node);
  making.ahead = "the arguments of `super(…)`";
  giveArguments(context, call, maker, "super", base.name);
  making.ahead = undefined;
  return { type: types.void, origins: 0 };
}

/** `disk.isFull()`, `this.handler(x)` */
export function callMember(
  context: Context,
  call: CallExpression,
  callee: MemberExpression,
  info: ClassInfo,
  base?: ClassInfo,
): Value {
  const member = memberOf(context, info, callee);
  if (member === undefined) return callUnknown(context, call);
  if (member.kind === "field") {
    if (base !== undefined || member.symbol.type.kind !== "function") {
      if (member.symbol.type.kind !== "optional") {
        context.report("DS2205", callee.name, { name: member.name, property: true });
        return callUnknown(context, call);
      }
    }
    const value = readField(context, callee, member);
    return callValue(context, call, { ...value, type: present(context, callee, value) });
  }
  if (callee.object.kind === "this" || callee.object.kind === "super") useWhole(context, callee, member.name);
  const { program, state } = context;
  program.calls.set(call, { kind: "method", symbol: member.symbol, ...(base && { ofBase: base }) });
  program.values.set(callee, { type: member.type, origins: Origin.literal });
  state.reaches.add(member.function);
  giveArguments(context, call, member, member.name, member.symbol.name);
  return { type: member.type.returns, origins: program.functions.get(member.function)?.result ?? 0 };
}

/** `super.isFull()`: the base's own method, whatever the object is. */
export function callOfBase(context: Context, call: CallExpression, callee: MemberExpression): Value {
  const { inClass } = context;
  if (inClass === undefined) context.report("DS2414", callee.object, { word: "super" });
  else if (inClass.base === undefined)
    context.report("DS2409", callee.object, {
      problem: `\`${inClass.name}\` extends no class`,
      hint: `its own method is called as \`this.${callee.name.name}(…)\``,
    });
  else return callMember(context, call, callee, inClass.base, inClass.base);
  return callUnknown(context, call);
}

/** Checks the arguments, and lets their values flow into the parameters. */
function giveArguments(
  context: Context,
  call: CallExpression,
  method: MethodInfo | undefined,
  name: string,
  shown: string,
): void {
  const parameters = (method?.function.parameters ?? []).map(
    (parameter, index): CalledParameter => ({
      name: parameter.name.name,
      type: method?.type.parameters[index] ?? types.unknown,
      optional: parameter.defaultValue !== undefined,
      rest: false,
    }),
  );
  const isMaking = method === undefined || method.node.isConstructor;
  const returns = isMaking ? "" : `${showType(method.type.returns)} `;
  const signature = `${returns}${shown}(${parameters.map(showParameter).join(", ")})`;
  const values = checkArguments(context, call, { name, signature, parameters, bindings: new Map() });
  const { symbols, graph } = context.program;
  for (const [index, value] of values.entries()) {
    const parameter = method?.function.parameters[index];
    const into = parameter === undefined ? undefined : symbols.get(parameter.name);
    if (into !== undefined) graph.flow(value.origins, into.term);
  }
}
