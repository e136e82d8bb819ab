/** The table of the C operators: which types each takes, and what it gives (language 5). */

import { showType, type Type, types } from "../../records/index.ts";
import type { BinaryOperator, Expression, NodeBase } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { secretBit } from "../origins/graph.ts";
import type { Value } from "../program-state.ts";
import { asText, demand, present, shownApart, textOf, widen } from "../values.ts";
import { fits, isNumber, isUnknown, prints, withoutNull } from "./relations.ts";

/** Both sides of an operator, checked already. */
export interface Operands {
  readonly left: Expression;
  readonly leftValue: Value;
  readonly right: Expression;
  readonly rightValue: Value;
}

const largest = Number.MAX_SAFE_INTEGER;

/** The value of `left operator right`; what does not go is reported. */
export function operate(context: Context, operator: BinaryOperator, span: NodeBase, operands: Operands): Value {
  const origins = context.program.graph.join(operands.leftValue.origins, operands.rightValue.origins);
  if (operator === "==" || operator === "!=") {
    return {
      type: equality(context, span, operands) ? types.boolean : types.unknown,
      origins: context.program.graph.masked(origins, ~secretBit),
    };
  }
  const isSpoilt = operands.leftValue.inError === true;
  const left = isSpoilt && operator !== "+" ? types.unknown : present(context, operands.left, operands.leftValue);
  const right = present(context, operands.right, operands.rightValue);
  if (isComparison(operator) || operator === "=~" || operator === "!~") {
    const goes = isUnknown(left) || isUnknown(right) || compares(operator, left, right);
    if (!goes) refuse(context, operator, span, left, right);
    return { type: goes ? types.boolean : types.unknown, origins: context.program.graph.masked(origins, ~secretBit) };
  }
  const type = arithmetic(context, operator, span, operands, left, right);
  const fold = foldNumbers(context, operator, span, operands, type);
  if (fold !== undefined) return { type, origins, fold };
  const inError = isSpoilt || (type.kind === "String" && (left.kind !== "String" || right.kind !== "String"));
  return inError ? { type, origins, inError } : { type, origins };
}

function isComparison(operator: BinaryOperator): boolean {
  return operator === "<" || operator === "<=" || operator === ">" || operator === ">=";
}

function compares(operator: BinaryOperator, left: Type, right: Type): boolean {
  if (operator === "=~" || operator === "!~") return left.kind === "String" && right.kind === "Regex";
  if (isNumber(left) && isNumber(right)) return true;
  return left.kind === right.kind && (left.kind === "Duration" || left.kind === "Size" || left.kind === "String");
}

function arithmetic(
  context: Context,
  operator: BinaryOperator,
  span: NodeBase,
  { left: leftNode, right: rightNode }: Operands,
  left: Type,
  right: Type,
): Type {
  if (isUnknown(left) || isUnknown(right)) return guess(operator, left, right);
  if (["&", "|", "^", "<<", ">>", ">>>"].includes(operator)) {
    if (left.kind === "int" && right.kind === "int") return types.int;
  } else if (isNumber(left) && isNumber(right)) {
    if (left.kind === right.kind) return left;
    widen(context, leftNode, left, types.float);
    widen(context, rightNode, right, types.float);
    return types.float;
  } else if (operator === "+" && (left.kind === "String" || right.kind === "String")) {
    if (left.kind === right.kind) return types.String;
    const other = left.kind === "String" ? right : left;
    if (prints(other)) {
      context.report("DS2107", span, { type: showType(other), fix: joined(context, leftNode, left, rightNode, right) });
      return types.String;
    }
  } else if (isMeasure(left) || isMeasure(right)) {
    if (left.kind === right.kind) {
      if (operator === "+" || operator === "-" || operator === "%") return left;
      // How often the one goes into the other.
      if (operator === "/") return types.float;
    }
    if ((operator === "*" || operator === "/") && isMeasure(left) && isNumber(right)) return left;
    if (operator === "*" && isNumber(left)) return right;
  }
  refuse(context, operator, span, left, right);
  return types.unknown;
}

function isMeasure(type: Type): boolean {
  return type.kind === "Duration" || type.kind === "Size";
}

/** What an operator gives as far as one side tells it. */
function guess(operator: BinaryOperator, left: Type, right: Type): Type {
  const known = isUnknown(left) ? right : left;
  return operator === "+" && known.kind === "String" ? types.String : types.unknown;
}

/** `"text ${value}"` for a text and a value that are added. */
function joined(context: Context, leftNode: Expression, left: Type, rightNode: Expression, right: Type): string {
  const piece = (node: Expression, type: Type): string => {
    if (node.kind === "string" && type.kind === "String") {
      const text = textOf(context, node);
      return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : `\${${text}}`;
    }
    return asText(context, node).slice(1, -1);
  };
  return `\`"${piece(leftNode, left)}${piece(rightNode, right)}"\``;
}

const takes: Readonly<Partial<Record<BinaryOperator, string>>> = {
  "+": "two numbers, two Strings, two Durations or two Sizes",
  "-": "two numbers, two Durations or two Sizes",
  "*": "two numbers, or a Duration or Size and a number",
  "/": "two numbers, two Durations, two Sizes, or a Duration or Size and a number",
  "%": "two numbers, two Durations or two Sizes",
  "=~": "a String and a Regex, as in `s =~ /^a/`",
  "!~": "a String and a Regex, as in `s !~ /^a/`",
  "<": "two numbers, two Strings, two Durations or two Sizes",
};

function refuse(context: Context, operator: BinaryOperator, span: NodeBase, left: Type, right: Type): void {
  const expected = takes[isComparison(operator) ? "<" : operator] ?? "two ints";
  context.report("DS2106", span, { operator, left: showType(left), right: showType(right), expected });
}

/** Reports a comparison that cannot be; whether it can. */
function equality(context: Context, span: NodeBase, { left, leftValue, right, rightValue }: Operands): boolean {
  const a = leftValue.inError === true ? types.unknown : leftValue.type;
  const b = rightValue.type;
  if (isUnknown(a) || isUnknown(b)) return true;
  if (a.kind === "void" || b.kind === "void") {
    demand(context, a.kind === "void" ? left : right, a.kind === "void" ? leftValue : rightValue, types.unknown);
    context.report("DS2104", a.kind === "void" ? left : right, { what: "this call" });
    return false;
  }
  if (a.kind === "null" || b.kind === "null") {
    const other = a.kind === "null" ? b : a;
    if (other.kind !== "optional" && other.kind !== "null")
      context.report("DS7007", span, { type: showType(other), operator: "==" });
    return true;
  }
  const x = withoutNull(a);
  const y = withoutNull(b);
  if (isNumber(x) && isNumber(y)) return true;
  const areAlike = fits(x, y) || fits(y, x);
  if (areAlike && !["array", "map", "function", "Regex"].includes(x.kind)) return true;
  const hint = areAlike ? "compare their parts, one by one" : comparisonHint(context, left, x, right, y);
  const { found, expected } = shownApart(a, b);
  context.report("DS2108", span, { left: found, right: expected, hint });
  return false;
}

function comparisonHint(context: Context, left: Expression, x: Type, right: Expression, y: Type): string | undefined {
  if (x.kind === "String" && isNumber(y)) return `read the number: \`${y.kind}.parse(${textOf(context, left)})\``;
  if (y.kind === "String" && isNumber(x)) return `read the number: \`${x.kind}.parse(${textOf(context, right)})\``;
  return undefined;
}

/** Numbers that the text gives: a division by zero and a number outside of int are seen here (language 5). */
function foldNumbers(
  context: Context,
  operator: BinaryOperator,
  span: NodeBase,
  { leftValue, rightValue, right }: Operands,
  type: Type,
): number | undefined {
  const b = rightValue.fold;
  const divides = operator === "/" || operator === "%";
  if (divides && b === 0) {
    context.report("DS2111", right, { operator });
    return undefined;
  }
  const a = leftValue.fold;
  if (a === undefined || b === undefined || type.kind !== "int") return undefined;
  const result = compute(operator, a, b);
  if (result === undefined) return undefined;
  if (Math.abs(result) <= largest) return result;
  context.report("DS2112", span, { value: String(result) });
  return undefined;
}

function compute(operator: BinaryOperator, a: number, b: number): number | undefined {
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  if (operator === "*") return a * b;
  // `+ 0` makes no difference of -0.
  if (operator === "/") return Math.trunc(a / b) + 0;
  if (operator === "%") return (a % b) + 0;
  return undefined;
}
