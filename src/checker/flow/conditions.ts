/** Conditions: what holds of variables where they are true, and where they are not (language 2, 5). */

import { showType, type Type, types } from "../../records/index.ts";
import type { Condition, Expression, ExtensionExpression, InstanceofExpression } from "../../syntax/index.ts";
import type { Context, Outcome } from "../context.ts";
import { testLogical } from "../expressions/logical.ts";
import { checkUse } from "../extensions.ts";
import { isNarrowable } from "../names/narrowing.ts";
import { lookUpName } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { narrowed, typeHere } from "../names/use.ts";
import { fits, isUnknown, withoutNull } from "../types/relations.ts";
import { textOf } from "../values.ts";
import { type FlowChange, sequence, unreached } from "./state.ts";

/** A condition of a statement: an expression, or commands whose answer counts. */
export function checkCondition(context: Context, node: Condition): Outcome {
  if (node.kind === "expression-condition") return context.test(node.expression);
  const mark = context.flow.mark();
  context.commands(node.list, "answer");
  const change = context.flow.take(mark);
  return { whenTrue: change, whenFalse: change };
}

/** An expression as a condition; afterwards the flow is as it was before. */
export function checkTest(context: Context, node: Expression): Outcome {
  if (node.kind === "logical") {
    const outcome = testLogical(context, node);
    return outcome;
  }
  if (node.kind === "unary" && node.operator === "!") {
    const inner = context.test(node.operand);
    const origins = context.program.values.get(node.operand)?.origins ?? 0;
    context.program.values.set(node, { type: types.boolean, origins });
    return { whenTrue: inner.whenFalse, whenFalse: inner.whenTrue };
  }
  if (node.kind === "extension-expression") return testExtension(context, node);
  const mark = context.flow.mark();
  const reached = context.flow.reached;
  const value = context.expression(node, types.boolean);
  demandBoolean(context, node, value.type);
  const change = context.flow.take(mark);
  context.flow.reached = reached;
  if (node.kind === "boolean")
    return { whenTrue: node.value ? change : unreached, whenFalse: node.value ? unreached : change };
  if (node.kind === "instanceof") {
    const shown = instanceTest(context, node);
    return { whenTrue: shown === undefined ? change : sequence(change, shown), whenFalse: change };
  }
  const tested = nullTest(context, node);
  if (tested === undefined) return { whenTrue: change, whenFalse: change };
  const isThere = sequence(change, present(context, tested.symbol));
  return tested.equal ? { whenTrue: change, whenFalse: isThere } : { whenTrue: isThere, whenFalse: change };
}

/** A use of a syntax tests what it stands for. */
function testExtension(context: Context, node: ExtensionExpression): Outcome {
  const outcome = checkUse(context, node, () => context.test(node.lowered));
  const origins = context.program.values.get(node.lowered)?.origins ?? 0;
  context.program.values.set(node, { type: types.boolean, origins });
  return outcome;
}

/** A variable is not null; what is known of its class beside that stays. */
function present(context: Context, symbol: KnownSymbol): FlowChange {
  const known = typeHere(context, symbol);
  const type = known.kind === "optional" ? narrowed(symbol) : known;
  return { reached: true, facts: new Map([[symbol, { type }]]) };
}

/** `x instanceof Raid` of a variable whose tests hold, where that says more than is known. */
function instanceTest(context: Context, node: InstanceofExpression): FlowChange | undefined {
  const target = context.program.targets.get(node);
  if (target === undefined || node.left.kind !== "name") return undefined;
  const symbol = lookUpName(context, node.left);
  if (symbol === undefined || !isNarrowable(context, symbol)) return undefined;
  const known = typeHere(context, symbol);
  if (isUnknown(known) || !fits(target, withoutNull(known)))
    return known.kind === "optional" ? present(context, symbol) : undefined;
  return { reached: true, facts: new Map([[symbol, { type: target }]]) };
}

/** `x == null`, `null != x` of a variable whose tests hold. */
function nullTest(
  context: Context,
  node: Expression,
): { readonly symbol: KnownSymbol; readonly equal: boolean } | undefined {
  if (node.kind !== "binary" || (node.operator !== "==" && node.operator !== "!=")) return undefined;
  const tested = node.right.kind === "null" ? node.left : node.left.kind === "null" ? node.right : undefined;
  // `while ((line = System.fgets(f)) != null)` tests what it has just assigned.
  const name = tested?.kind === "assign" && tested.operator === "=" ? tested.target : tested;
  if (name?.kind !== "name") return undefined;
  const symbol = lookUpName(context, name);
  if (symbol === undefined || symbol.type.kind !== "optional" || !isNarrowable(context, symbol)) return undefined;
  return { symbol, equal: node.operator === "==" };
}

function demandBoolean(context: Context, node: Expression, type: Type): void {
  if (type.kind === "boolean" || type.kind === "unknown") return;
  if (type.kind === "void") context.report("DS2104", node, { what: `\`${textOf(context, node)}\`` });
  else context.report("DS2105", node, { found: showType(type), hint: hintOf(context, node, type) });
}

/** `if (n = 3)` assigns: a comparison was meant. */
function hintOf(context: Context, node: Expression, type: Type): string | undefined {
  if (node.kind === "null") return "compare a value with it: `x != null`";
  if (node.kind !== "assign" || node.operator !== "=")
    return orElse(context, node, type) ?? indirection(context, node) ?? hintFor(textOf(context, node), type);
  return `\`=\` assigns; compare with \`${textOf(context, node.target)} == ${textOf(context, node.value)}\``;
}

/** `x || "default"` of JavaScript. */
function orElse(context: Context, node: Expression, type: Type): string | undefined {
  const other = /^\s*\|\|\s*("[^"\n]{0,40}"|'[^'\n]{0,40}'|\d{1,15})/.exec(
    context.file.source.text.slice(node.end, node.end + 80),
  )?.[1];
  if (other === undefined || (type.kind !== "String" && type.kind !== "optional")) return undefined;
  const text = textOf(context, node);
  if (type.kind === "optional") return `what stands for null follows \`??\`: \`${text} ?? ${other}\``;
  const index = /^ARGV\[(\d+)\]$/.exec(text)?.[1];
  const test = index === undefined ? `${text} != ""` : `ARGV.length > ${index}`;
  return `\`||\` joins conditions: write \`${test} ? ${text} : ${other}\``;
}

/** `${!x}` of the shells is the value of the variable that x names. */
function indirection(context: Context, node: Expression): string | undefined {
  const { text } = context.file.source;
  if (node.kind !== "name" || text.slice(node.start - 3, node.start) !== "${!" || text.charAt(node.end) !== "}")
    return undefined;
  return `no name is computed here: keep the values in a Map, \`\${m[${node.name}]}\``;
}

function hintFor(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "int":
    case "float":
      return `compare it: \`${text} != 0\``;
    case "String":
      return `compare it: \`${text} != ""\``;
    case "optional":
    case "null":
      return `compare it: \`${text} != null\``;
    case "array":
    case "map":
      return `compare its length: \`${text}.length > 0\``;
    case "object":
      return type.name === "Result" ? `compare its status: \`${text}.status == 0\`` : undefined;
    case "function":
      return `call it: \`${text}(…)\``;
    default:
      return undefined;
  }
}
