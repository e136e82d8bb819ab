/** What the contexts of the D-Case state, as values of the type that a script asks for (language 10). */

import { nearest } from "../../diagnostics/index.ts";
import {
  type ArgumentView,
  readValue,
  type StatedConstant,
  type StatedJson,
  type StatedValue,
  showType,
  type Type,
  types,
} from "../../records/index.ts";
import type { ContextValueExpression } from "../../syntax/index.ts";
import type { ContextConstant } from "../checked.ts";
import type { Context } from "../context.ts";
import { withoutNull } from "../types/relations.ts";
import { reportNoCase } from "./no-case.ts";

/** A constant with its type; "unstated" where nothing states the key, undefined where something is wrong, and said. */
export type Stated = { readonly type: Type; readonly constant: ContextConstant } | "unstated" | undefined;

/** Reads what is stated; a key may be missing where `T?` is wanted. */
export function statedValue(context: Context, node: ContextValueExpression, wanted: Type | undefined): Stated {
  const { argument } = context.program;
  const isOptional = wanted?.kind === "optional";
  if (argument === undefined) {
    if (isOptional) return "unstated";
    reportNoCase(context, node, `@{${node.key}}`, `\\@{${node.key}}`);
    return undefined;
  }
  if (context.caseScope === "unknown") return undefined;
  const uid = scopeOf(context, argument);
  const stated = uid === undefined ? undefined : argument.valueOf(uid, node.key);
  if (stated === undefined) return isOptional ? "unstated" : missing(context, node, argument, uid);
  return typed(context, node, argument, stated, wanted);
}

/** Whether what is stated could be read as a value of a type: nothing is said. */
export function readsAs(context: Context, node: ContextValueExpression, type: Type): boolean {
  const { argument } = context.program;
  const uid = argument === undefined ? undefined : scopeOf(context, argument);
  const stated = uid === undefined ? undefined : argument?.valueOf(uid, node.key);
  return stated !== undefined && constantOf(stated.value, type) !== undefined;
}

function scopeOf({ caseScope }: Context, { root }: ArgumentView): string | undefined {
  if (caseScope === "unknown") return undefined;
  return caseScope === "root" ? root : caseScope.uid;
}

/** A mistake is no reason to go through a large case again and again. */
const mostSearched = 1000;

function missing(
  context: Context,
  node: ContextValueExpression,
  argument: ArgumentView,
  uid: string | undefined,
): undefined {
  const label = argument.nodes.find((each) => each.uid === uid)?.label;
  const keys = uid === undefined ? [] : argument.keysAt(uid);
  context.report("DS3004", node, {
    key: node.key,
    where: label ?? "the root goal",
    file: argument.file,
    nearest: nearest(node.key, keys),
    known: keys.map((key) => `\`${key}\``).join(", "),
    elsewhere: argument.nodes
      .slice(0, mostSearched)
      .find((each) => each.type === "goal" && argument.valueOf(each.uid, node.key) !== undefined)?.label,
  });
  return undefined;
}

function typed(
  context: Context,
  node: ContextValueExpression,
  { file }: ArgumentView,
  { value, by, owner }: StatedValue,
  wanted: Type | undefined,
): Stated {
  const type = wantedType(value, wanted);
  const constant = constantOf(value, type);
  if (constant !== undefined) {
    noteStated(context, { key: node.key, by, ...(owner === undefined ? {} : { owner }), texts: textsOf(constant) });
    return { type: wanted?.kind === "optional" ? { kind: "optional", base: type } : type, constant };
  }
  context.report("DS3005", node, { key: node.key, value: shown(value), type: showType(type), by, file });
  return undefined;
}

function textsOf(constant: ContextConstant): readonly string[] {
  return Array.isArray(constant) ? constant.flatMap(textsOf) : [String(constant)];
}

function noteStated({ program: { stated } }: Context, found: StatedConstant): void {
  const isKnown = stated.some(
    ({ key, by, texts }) => key === found.key && by === found.by && isSame(texts, found.texts),
  );
  if (!isKnown) stated.push(found);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

const readable: ReadonlySet<Type["kind"]> = new Set(["boolean", "int", "float", "String", "Duration", "Size", "array"]);

/** What nobody asks for as something else is a text, a list a list of texts. */
function wantedType(value: StatedJson, wanted: Type | undefined): Type {
  const base = wanted === undefined ? types.String : withoutNull(wanted);
  const isList = Array.isArray(value);
  if (base.kind === "array" && base.element.kind === "unknown") return { kind: "array", element: types.String };
  if (isList && (base.kind === "String" || !readable.has(base.kind))) return { kind: "array", element: types.String };
  return readable.has(base.kind) ? base : types.String;
}

/** The value as one of a type; undefined where it is none. A text with commas is a list, too: some formats of cases have no other. */
function constantOf(value: StatedJson, type: Type): ContextConstant | undefined {
  if (type.kind === "array") {
    const elements = Array.isArray(value)
      ? (value as readonly StatedJson[])
      : typeof value === "string"
        ? parted(value)
        : [value];
    const constants = elements.flatMap((each) => constantOf(each, type.element) ?? []);
    return constants.length === elements.length ? constants : undefined;
  }
  if (value === null || typeof value === "object") return undefined;
  const text = String(value);
  // What is read has one of the types that a constant may have.
  return readValue(type, type.kind === "String" ? text : text.trim()) as ContextConstant | undefined;
}

/** The commas are those of AssureNote's lists. */
function parted(text: string): readonly string[] {
  return text
    .split(/[,、，]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

const longest = 60;

function shown(value: StatedJson): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "a map";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
