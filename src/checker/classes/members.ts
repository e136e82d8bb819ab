/** The members that classes declare: their types and symbols, and what two of one name are to each other (language 5). */

import { showType, type Type, types } from "../../records/index.ts";
import type { FieldMember, Identifier, MethodMember } from "../../syntax/index.ts";
import { accepting, notice } from "../annotations.ts";
import type { Symbol as CheckedSymbol } from "../checked.ts";
import type { Context } from "../context.ts";
import type { FunctionNode } from "../names/assigner.ts";
import { declaredAt } from "../names/declared-at.ts";
import { createFunction, functionType } from "../names/functions.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { declareParameters } from "../statements/function.ts";
import { resolveReturn, resolveType } from "../types/resolve.ts";
import type { ClassInfo, FieldInfo, MemberInfo, MethodInfo } from "./class-info.ts";
import { checkOverride } from "./overrides.ts";

const none: ReadonlySet<FunctionNode> = new Set();

/** Declares the members of a class whose base has its members already. */
export function declareMembers(context: Context, info: ClassInfo): void {
  for (const member of info.node.members) {
    const annotated = member.kind === "field" ? member : member.function;
    accepting(context, annotated, () => {
      if (member.kind === "field") declareField(context, info, member);
      else if (member.isConstructor) declareConstructor(context, info, member);
      else declareMethod(context, info, member);
    });
    notice(context, member.kind === "field" ? member.name : member.function.name, annotated);
  }
  const text = info.member("toString", info.fileIndex);
  info.prints = text?.kind === "method" && text.type.parameters.length === 0 && text.type.returns.kind === "String";
}

function declareField(context: Context, info: ClassInfo, node: FieldMember): void {
  const type = resolveType(context, node.type);
  const symbol = symbolOf(context, info, node.name, "field", `${info.name}.${node.name.name}`, type);
  const field: FieldInfo = { kind: "field", name: node.name.name, owner: info, node, symbol };
  if (isNew(context, info, node.name, "field")) info.add(field);
}

function declareMethod(context: Context, info: ClassInfo, node: MethodMember): void {
  const before = info.member(node.function.name.name, info.fileIndex);
  const made = createMethod(context, info, node, before?.kind === "method" && before.owner !== info);
  if (!isNew(context, info, node.function.name, "method")) return;
  info.add(made);
  if (made.overrides && before?.kind === "method") checkOverride(context, made, before);
  if (made.name === "toString") checkToString(context, made);
}

function declareConstructor(context: Context, info: ClassInfo, node: MethodMember): void {
  const made = createMethod(context, info, node, false);
  const first = info.constructorMethod;
  if (first === undefined) info.constructorMethod = made;
  else reportTwice(context, node.function.name, first.function.name, "constructor", info);
}

function createMethod(context: Context, info: ClassInfo, node: MethodMember, overrides: boolean): MethodInfo {
  const { function: method, isConstructor } = node;
  const returns = isConstructor ? types.void : resolveReturn(context, method.returns);
  const type = functionType(
    returns,
    method.parameters.map((parameter) => resolveType(context, parameter.type)),
  );
  const name = isConstructor ? info.name : `${info.name}.${method.name.name}`;
  createFunction(context.program, method, context.file, name, returns);
  const base = symbolOf(context, info, method.name, "method", name, type);
  const symbol: KnownSymbol = { ...base, node: method };
  context.program.symbols.set(method.name, symbol);
  declareParameters(context, method, symbol);
  return { kind: "method", name: method.name.name, owner: info, node, function: method, type, symbol, overrides };
}

function symbolOf(
  context: Context,
  info: ClassInfo,
  name: Identifier,
  kind: CheckedSymbol["kind"],
  shown: string,
  type: Type,
): KnownSymbol {
  const { graph, symbols } = context.program;
  const symbol: KnownSymbol = {
    kind,
    name: shown,
    file: info.fileIndex,
    declaration: name,
    type,
    origins: 0,
    secret: false,
    global: false,
    term: graph.node(),
    owner: info.node,
    assigners: none,
  };
  symbols.set(name, symbol);
  return symbol;
}

/** Whether no member has the name, in the class or above it; a method may take the place of a base's method. */
function isNew(context: Context, info: ClassInfo, name: Identifier, kind: MemberInfo["kind"]): boolean {
  if (name.name === "") return false;
  const before = info.own.get(name.name) ?? info.member(name.name, info.fileIndex);
  if (before === undefined || (before.owner !== info && before.kind === "method" && kind === "method")) return true;
  reportTwice(
    context,
    name,
    nameOf(before),
    before.owner === info && kind === "method" && before.kind === "method" ? "overload" : "member",
    before.owner,
  );
  return false;
}

function nameOf(member: MemberInfo): Identifier {
  return member.kind === "field" ? member.node.name : member.function.name;
}

function reportTwice(
  context: Context,
  name: Identifier,
  first: Identifier,
  what: "constructor" | "overload" | "member",
  owner: ClassInfo,
): void {
  const { line, related } = declaredAt(context, owner.fileIndex, first);
  context.report("DS2402", name, { name: name.name, owner: owner.name, line, what }, related);
}

/** What prints an object is found by its name: it must be what `"${…}"` can call. */
function checkToString(context: Context, { function: node, type }: MethodInfo): void {
  if (type.parameters.length === 0 && (type.returns.kind === "String" || type.returns.kind === "unknown")) return;
  context.report("DS2405", node.name, {
    problem: `\`toString\` gives the text of an object, and this one is \`${showType(type.returns)} toString(${type.parameters.map((each) => showType(each)).join(", ")})\``,
    hint: "write `String toString() { … }`, or choose another name",
  });
}
