/** What constructs ask of a value that they have checked: does it fit, may it be null, does it print. */

import { type ClassOf, showType, type Type, types } from "../records/index.ts";
import type { Expression, NodeBase } from "../syntax/index.ts";
import { infoOfType } from "./classes/named.ts";
import type { Context } from "./context.ts";
import { isNarrowable } from "./names/narrowing.ts";
import { lookUpName } from "./names/scope.ts";
import type { Value } from "./program-state.ts";
import { fits, isFault, isUnknown, prints } from "./types/relations.ts";

export const unknownValue: Value = { type: types.unknown, origins: 0 };

/** The text of a node for a message, at most 40 characters of one line. */
export function textOf(context: Context, node: NodeBase): string {
  const text = context.file.source.text
    .slice(node.start, Math.min(node.end, node.start + 200))
    .replaceAll(/\s+/g, " ")
    .trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Checks an expression whose value must fit `wanted`; where it does not, that is said once. */
export function expect(context: Context, node: Expression, wanted: Type, hint?: string): Value {
  const value = context.expression(node, wanted);
  if (demand(context, node, value, wanted, hint)) return value;
  return { type: types.unknown, origins: value.origins };
}

/** As `expect`, of a time: a period, a limit. */
export function expectTime(context: Context, node: Expression): Value {
  return expect(context, node, types.Duration, "a time is written as `10s`, `5m`, `500ms`");
}

/** Whether a checked value fits; reports it where it does not. */
export function demand(context: Context, node: Expression, value: Value, wanted: Type, hint?: string): boolean {
  if (fits(value.type, wanted)) {
    widen(context, node, value.type, wanted);
    return true;
  }
  if (value.type.kind === "void") context.report("DS2104", node, { what: `\`${textOf(context, node)}\`` });
  else if (isUnderNull(value.type, wanted)) reportNull(context, node, value.type);
  else
    context.report("DS2101", node, {
      ...shownApart(value.type, wanted),
      hint: hint ?? conversion(context, node, value.type, wanted),
    });
  return false;
}

/** Two types as a message names them: classes of the same name with their files. */
export function shownApart(found: Type, expected: Type): { readonly found: string; readonly expected: string } {
  const shown = { found: showType(found), expected: showType(expected) };
  if (shown.found !== shown.expected) return shown;
  return { found: showType(found, true), expected: showType(expected, true) };
}

/** What an operator on booleans gives: of an operand that is none, which is reported, nothing is known. */
export function booleanOf(operand: Type | undefined): Type {
  return operand === undefined || operand.kind === "boolean" ? types.boolean : types.unknown;
}

/** Notes that an int stands for a float. */
export function widen(context: Context, node: Expression, from: Type, to: Type): void {
  if (from.kind !== "int") return;
  if (to.kind === "float" || (to.kind === "optional" && to.base.kind === "float")) context.program.widened.add(node);
}

/** Whether only null is what keeps the value from fitting. */
export function isUnderNull(found: Type, wanted: Type): boolean {
  return found.kind === "optional" && wanted.kind !== "optional" && fits(found.base, wanted);
}

/** Says that a value may be null, and how to make sure that it is not. */
export function reportNull(context: Context, node: Expression, type: Type): void {
  const text = textOf(context, node);
  const symbol = node.kind === "name" ? lookUpName(context, node) : undefined;
  const isShared = symbol !== undefined && !isNarrowable(context, symbol);
  const hint = isShared
    ? `other code assigns to \`${text}\`, so that a test of it does not hold: test a copy, \`var copy = ${text}\`, or say what stands for null: \`${text} ?? …\``
    : node.kind === "name"
      ? `test it first, \`if (${text} != null) { … }\`, or say what stands for null: \`${text} ?? …\``
      : `say what stands for null, \`${text} ?? …\`, or keep it in a variable and test that`;
  context.report("DS2102", node, { type: showType(type), what: `\`${text}\``, hint });
}

/** The value's type without null; a value that may be null is reported, one without a value too. */
export function present(context: Context, node: Expression, value: Value): Type {
  if (value.type.kind === "optional") {
    reportNull(context, node, value.type);
    return types.unknown;
  }
  if (value.type.kind === "null") {
    reportNull(context, node, value.type);
    return types.unknown;
  }
  if (value.type.kind === "void") {
    context.report("DS2104", node, { what: `\`${textOf(context, node)}\`` });
    return types.unknown;
  }
  return value.type;
}

/** What `"${…}"` prints of a value (language 5): of an object its `toString()`. A value that does not print is reported. */
export function printable(context: Context, node: Expression, value: Value): Value {
  const type = present(context, node, value);
  if (type.kind === "class" && type.of.prints) return printedObject(context, node, type.of);
  if (!prints(type))
    context.report("DS2109", node, { type: showType(type), hint: printHint(textOf(context, node), type) });
  return value;
}

function printedObject(context: Context, node: Expression, of: ClassOf): Value {
  const { program, state } = context;
  const method = infoOfType(of).member("toString", context.file.index);
  if (method?.kind !== "method") return unknownValue;
  program.printers.set(node, method.symbol);
  state.reaches.add(method.function);
  return { type: types.String, origins: program.functions.get(method.function)?.result ?? 0 };
}

function printHint(text: string, type: Type): string {
  if (type.kind === "array") return `join its elements: \`${text}.join(", ")\``;
  if (type.kind === "map") return `take a value of it, \`${text}["key"]\`, or its keys: \`${text}.keys().join(", ")\``;
  if (type.kind === "object" && type.name === "Result") return `take a part of it: \`${text}.out\`, \`${text}.status\``;
  if (isFault(type)) return `take its text: \`${text}.message\``;
  if (type.kind === "class")
    return `give the class \`${type.name}\` a method \`String toString() { … }\`, or take a part of it`;
  if (type.kind === "function") return `call it: \`${text}(…)\``;
  return "take a part of it that is a text or a number";
}

/** `"${n}"`, or `"5"` for a literal. */
export function asText(context: Context, node: Expression): string {
  const isLiteral = node.kind === "int" || node.kind === "float" || node.kind === "boolean";
  return isLiteral ? `"${textOf(context, node)}"` : `"\${${textOf(context, node)}}"`;
}

/** How a value of one type becomes one of the other, where there is a way. */
function conversion(context: Context, node: Expression, from: Type, to: Type): string | undefined {
  const text = textOf(context, node);
  if (isUnknown(from) || isUnknown(to)) return undefined;
  if (from.kind === "null") return `only a type with \`?\` holds null: \`${showType(to)}?\``;
  if (to.kind === "String" && prints(from)) return `write it as a text: \`${asText(context, node)}\``;
  if (to.kind === "String" && from.kind === "array") return `join its elements: \`${text}.join(" ")\``;
  if (from.kind === "String" && (to.kind === "int" || to.kind === "float"))
    return `read the number: \`${to.kind}.parse(${text})\``;
  if (to.kind === "array" && fits(from, to.element)) return `make an array of it: \`[${text}]\``;
  if (to.kind === "int" && from.kind === "float") return "a float becomes an int by rounding it, as in `Math.floor(x)`";
  if (from.kind === "class" && to.kind === "class" && fits(to, from))
    return `test it, \`if (${text} instanceof ${to.name}) { … }\`, or cast it: \`(${to.name})${text}\``;
  if (to.kind === "boolean" && from.kind === "int") return `compare it: \`${text} != 0\``;
  return undefined;
}
