/** `a = e`, `a += e`, `a ??= e`: the target is a variable, an element or an entry. */

import { showType, type Type, types } from "../../records/index.ts";
import type { AssignExpression, BinaryOperator, Expression, NameExpression, NodeBase } from "../../syntax/index.ts";
import { assignedPlace, noteAssignedField } from "../classes/access.ts";
import type { Context, ExpressionCheck } from "../context.ts";
import { declaredAt } from "../names/declared-at.ts";
import { importedName } from "../names/imported-name.ts";
import { lookUpName } from "../names/scope.ts";
import type { KnownSymbol } from "../names/symbol.ts";
import { builtInNames, narrowed, noteAssigned, reportMissing, typeHere, useSymbol } from "../names/use.ts";
import type { Term } from "../origins/graph.ts";
import type { Value } from "../program-state.ts";
import { operate } from "../types/operators.ts";
import { isJson, withoutNull } from "../types/relations.ts";
import { demand, expect, present, textOf, unknownValue } from "../values.ts";
import { memberValue, namespaceOf, receiver } from "./member.ts";

export const checkAssign: ExpressionCheck<AssignExpression> = (context, node) => {
  if (node.target.kind === "name") return assignName(context, node, node.target);
  const place = checkPlace(context, node.target, node.operator !== "=");
  if (place === undefined) {
    context.expression(node.value);
    return unknownValue;
  }
  const value = assignedValue(context, node, place, place.type);
  context.program.graph.flow(value.origins, rootOf(context, node.target));
  noteAssignedField(context, node.target);
  return { type: place.type, origins: value.origins };
};

function assignName(context: Context, node: AssignExpression, target: NameExpression): Value {
  const symbol = assignable(context, target);
  if (symbol === undefined) {
    context.expression(node.value);
    return unknownValue;
  }
  const reads = node.operator !== "=";
  const before: Value = reads
    ? useSymbol(context, target, symbol)
    : { type: typeHere(context, symbol), origins: symbol.term };
  if (!reads) {
    context.program.references.set(target, { kind: "symbol", symbol });
    noteAssigned(context, target, symbol);
  }
  context.program.values.set(target, { type: before.type, origins: symbol.term });
  const value = assignedValue(context, node, before, symbol.type);
  context.program.graph.flow(value.origins, symbol.term);
  const isNull = value.type.kind === "optional" || value.type.kind === "null" || value.type.kind === "unknown";
  context.flow.assign(symbol, symbol.type.kind === "optional" && !isNull ? narrowed(symbol) : undefined);
  return { type: isNull ? symbol.type : narrowed(symbol), origins: value.origins };
}

/** The variable that a name stands for, if it can be assigned; says why not otherwise. */
export function assignable(context: Context, target: NameExpression): KnownSymbol | undefined {
  const symbol = lookUpName(context, target);
  if (symbol === undefined) {
    if (builtInNames.includes(target.name)) context.report("DS2018", target, { name: `\`${target.name}\`` });
    else reportMissing(context, target.name, target, false, true);
    return undefined;
  }
  // Who assigns to a variable is known for its file alone.
  const isForeign = target.home !== undefined;
  if (!isForeign && (symbol.kind === "variable" || symbol.kind === "parameter")) return symbol;
  context.program.references.set(target, { kind: "symbol", symbol });
  if (symbol.kind === "constant")
    context.report(
      "DS2008",
      target,
      { name: symbol.name },
      declaredAt(context, symbol.file, symbol.declaration).related,
    );
  else
    context.report("DS2018", target, {
      name: isForeign
        ? `\`${symbol.name}\` of another file`
        : `the ${symbol.kind === "import" ? "imported file" : symbol.kind} \`${symbol.name}\``,
    });
  return undefined;
}

/** An element, an entry or a field that can be assigned; anything else is reported. `reads`: what was there counts, too. */
export function checkPlace(context: Context, target: Expression, reads: boolean): Value | undefined {
  if (target.kind === "index") {
    const value = context.expression(target);
    const owner = context.program.values.get(target.object);
    const isOfJson = isJson(owner?.type);
    if (owner?.type.kind !== "String" && !isOfJson) return value;
    context.report("DS2018", target, { name: isOfJson ? "a value within a Json" : "a character of a String" });
    return undefined;
  }
  if (target.kind === "member") {
    const place = namespaceOf(context, target);
    if (place?.kind === "environment") context.report("DS2015", target, { name: target.name.name });
    else if (place?.kind === "import") {
      const symbol = importedName(context, place.symbol, target.name);
      if (symbol !== undefined) context.report("DS2014", target, { name: textOf(context, target) });
    } else if (place === undefined && target.object.kind !== "super") {
      const owner = receiver(context, target);
      const type = present(context, target.object, owner);
      if (type.kind === "class") return assignedPlace(context, target, type.of, reads);
      const value = memberValue(context, target, owner);
      if (value.type.kind !== "unknown")
        context.report("DS2018", target, { name: `the property \`.${target.name.name}\`` });
    } else context.expression(target);
    return undefined;
  }
  // Anything else the parser has refused already.
  context.expression(target);
  return undefined;
}

/** The node of the variable that holds an element: what goes into the element may come out of the whole. */
export function rootOf(context: Context, target: Expression): Term {
  let at = target;
  while ((at.kind === "index" || at.kind === "member") && context.program.references.get(at)?.kind !== "field")
    at = at.object;
  const reference = context.program.references.get(at);
  if (reference?.kind !== "symbol" && reference?.kind !== "field") return 0;
  return context.program.symbols.get(reference.symbol.declaration)?.term ?? 0;
}

function assignedValue(context: Context, node: AssignExpression, before: Value, declared: Type): Value {
  if (node.operator === "=") return expect(context, node.value, declared);
  if (node.operator === "??=") return fillNull(context, node, before, declared);
  // The operators are `X=` for the operators X of the table.
  const operator = node.operator.slice(0, -1) as BinaryOperator;
  const wanted = before.type.kind === "String" ? types.String : undefined;
  const right = context.expression(node.value, wanted);
  const span: NodeBase = { start: node.target.start, end: node.value.end };
  const result = operate(context, operator, span, {
    left: node.target,
    leftValue: before,
    right: node.value,
    rightValue: right,
  });
  return demand(context, node, result, declared) ? result : { type: types.unknown, origins: result.origins };
}

function fillNull(context: Context, node: AssignExpression, before: Value, declared: Type): Value {
  if (before.type.kind !== "optional" && before.type.kind !== "unknown")
    context.report("DS7007", node.target, { type: showType(before.type), operator: "??" });
  const mark = context.flow.mark();
  const value = expect(context, node.value, declared);
  context.flow.applyAny([context.flow.take(mark), { reached: true, facts: new Map() }]);
  const type = value.type.kind === "optional" || value.type.kind === "null" ? declared : withoutNull(declared);
  return { type, origins: context.program.graph.join(before.origins, value.origins) };
}
