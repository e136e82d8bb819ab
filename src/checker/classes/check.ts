/** The bodies of a class: the values of its fields, its constructor, its methods (language 5). */

import { type ClassStatement, type FunctionStatement, superCallOf } from "../../syntax/index.ts";
import { type Context, scoped, withinFunction } from "../context.ts";
import { createScope } from "../names/scope.ts";
import { noteImport } from "../names/use.ts";
import { checkFunctionBody } from "../statements/function.ts";
import { expect } from "../values.ts";
import type { ClassInfo, FieldInfo, Making, MethodInfo } from "./class-info.ts";
import { checkMade, namesOf, needsValue } from "./making.ts";

/** Checks all that a class of the top level holds. */
export function checkClassBody(context: Context, node: ClassStatement): void {
  const info = context.program.classes.get(node);
  if (info === undefined) return;
  const outer = context.inClass;
  context.inClass = info;
  const fields = [...info.own.values()].filter((member) => member.kind === "field");
  const maker = info.constructorMethod;
  checkFields(context, info, fields);
  noteMaking(context, info);
  for (const member of node.members) {
    if (member.kind === "field") continue;
    if (maker?.node === member) checkConstructor(context, info, maker, fields);
    else checkFunctionBody(context, member.function);
  }
  context.inClass = outer;
}

/** The values of fields, in order: each sees the fields ahead of it. */
function checkFields(context: Context, info: ClassInfo, fields: readonly FieldInfo[]): void {
  const state = context.program.functions.get(info.node);
  if (state === undefined) return;
  withinFunction(context, state, () => checkValues(context, info, fields));
  const without = fields.filter(needsValue);
  const [first] = without;
  if (first !== undefined && info.constructorMethod === undefined)
    context.report("DS2406", first.node.name, { fields: namesOf(without), owner: info.name, inConstructor: false });
}

function checkValues(context: Context, info: ClassInfo, fields: readonly FieldInfo[]): void {
  context.making = { info, fields, method: undefined, superCall: undefined, ahead: undefined };
  for (const field of fields)
    if (field.node.value !== undefined || needsValue(field)) context.flow.set(field.symbol, { unassigned: true });
  scoped(context, createScope(context.file.scope, info.node), () => {
    for (const { node, symbol } of fields) {
      if (node.value === undefined) continue;
      const value = expect(context, node.value, symbol.type);
      context.program.graph.flow(value.origins, symbol.term);
      context.flow.assign(symbol);
    }
  });
  const { base } = info.node;
  const library = base?.qualifier === undefined ? undefined : context.file.scope.names?.get(base.qualifier.name);
  // The base's file has run before an object is made.
  if (base !== undefined && library?.kind === "import")
    noteImport(context, { kind: "name", name: library.name, start: base.start, end: base.end }, library);
  context.making = undefined;
}

/** What making an object does and needs: the base's making, the constructor, and what any of its methods may use. */
function noteMaking(context: Context, info: ClassInfo): void {
  const { functions } = context.program;
  const state = functions.get(info.node);
  if (state === undefined) return;
  if (info.base !== undefined) state.calls.add(info.base.node);
  for (const member of info.own.values()) if (member.kind === "method") state.holds.add(member.function);
  const maker = info.constructorMethod;
  const made = maker === undefined ? undefined : functions.get(maker.function);
  if (maker === undefined || made === undefined) return;
  state.calls.add(maker.function);
  // Both are one function of the compiled program.
  made.reaches.add(info.node);
}

function checkConstructor(context: Context, info: ClassInfo, maker: MethodInfo, fields: readonly FieldInfo[]): void {
  const node = maker.function;
  const { statements } = node.body;
  const superCall = superCallOf(statements[0]);
  const making: Making = { info, fields, method: maker, superCall, ahead: "a parameter's default" };
  // Of one behind the first statement it is said there.
  const isCalled = statements.some((each) => superCallOf(each) !== undefined);
  if (!isCalled && info.base !== undefined) checkImplicit(context, info, info.base, node);
  context.making = making;
  checkFunctionBody(context, node, {
    ahead: () => {
      making.ahead = undefined;
      for (const field of fields) if (needsValue(field)) context.flow.set(field.symbol, { unassigned: true });
    },
    behind: () => {
      if (context.flow.reached) checkMade(context, { start: node.body.end - 1, end: node.body.end });
      context.making = undefined;
    },
  });
}

/** Without `super(…)` the base's constructor is called with nothing. */
function checkImplicit(context: Context, info: ClassInfo, base: ClassInfo, node: FunctionStatement): void {
  const maker = base.maker;
  const needed = maker?.function.parameters.filter(({ defaultValue }) => defaultValue === undefined) ?? [];
  if (maker === undefined || needed.length === 0) return;
  const list = maker.function.parameters.map(({ name }) => name.name).join(", ");
  context.report("DS2409", node.name, {
    problem: `the constructor of \`${base.name}\` needs arguments, and this one does not call it`,
    hint: `begin the constructor of \`${info.name}\` with \`super(${list})\``,
  });
}
