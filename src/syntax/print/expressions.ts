/** Expressions, with the parentheses that their operators need and those that the author wrote. */

import { binaryOperators } from "../expressions/binary.ts";
import { shownName } from "../extensions/fresh.ts";
import { type Precedence, precedenceLevels } from "../precedences.ts";
import type { BinaryOperator, Expression, ExpressionKind } from "../tree.ts";
import { bracketed } from "./bracketed.ts";
import { printUseAsValue } from "./extensions.ts";
import { hereTextsFollow } from "./here-texts.ts";
import { durationText, floatText, sizeText } from "./literals.ts";
import type { Printer } from "./printer.ts";
import { stringText } from "./texts.ts";

type Of<K extends ExpressionKind> = Extract<Expression, { kind: K }>;
type Print<K extends ExpressionKind> = (p: Printer, node: Of<K>) => void;

const level = (name: Precedence): number => precedenceLevels.get(name) ?? 0;
const loosest = 0;
const prefixLevel = level("prefix");
const postfixLevel = prefixLevel + 1;
const operandLevel = prefixLevel + 2;

const binaryLevels = new Map<BinaryOperator, number>(
  binaryOperators.map((row) => [row.operator as BinaryOperator, level(row.precedence)]),
);

const printers: { readonly [K in ExpressionKind]: Print<K> } = {
  int: (p, node) => p.leaf(node, String(node.value)),
  float: (p, node) => p.leaf(node, floatText(node.value)),
  boolean: (p, node) => p.leaf(node, String(node.value)),
  null: (p, node) => p.leaf(node, "null"),
  duration: (p, node) => p.leaf(node, durationText(node.milliseconds)),
  size: (p, node) => p.leaf(node, sizeText(node.bytes)),
  regex: (p, node) => p.leaf(node, `/${node.pattern}/${node.flags}`),
  string: (p, node) => {
    p.leaf(node, p.source === undefined ? stringText(p, node.parts) : "");
    if (node.parts.some(({ kind }) => kind === "expression")) hereTextsFollow(p, node);
  },
  name: (p, node) => p.leaf(node, shownName(node.name)),
  this: (p, node) => p.leaf(node, "this"),
  super: (p, node) => p.leaf(node, "super"),
  cast: (p, { type, operand }) => {
    p.open("(");
    p.type(type);
    p.write(")");
    // Behind a cast a sign alone would be an operator to a reader.
    printExpression(p, operand, prefixLevel);
  },
  instanceof: (p, { left, type }) => {
    printExpression(p, left, level("relational"));
    p.goOn("instanceof", type.start);
    p.write(" ");
    p.type(type);
  },
  "context-value": (p, node) => p.leaf(node, `@{${node.key}}`),
  status: (p, node) => p.leaf(node, "$?"),
  "last-job": (p, node) => p.leaf(node, "$!"),
  "error-expression": (p, node) => p.leaf(node, ""),
  member: (p, { object, name }) => {
    printExpression(p, object, postfixLevel);
    const breaks = p.breaksBefore(name.start) && !p.joinsLine(name.start);
    if (breaks || p.hasLineComment(name.start)) {
      p.comments(name.start);
      if (!p.atLineStart) p.line(1);
    }
    // Code starts with a name and its `.` side by side.
    p.open(".");
    p.leaf(name, shownName(name.name));
  },
  index: (p, { object, index, end }) => {
    printExpression(p, object, postfixLevel);
    p.open("[");
    printExpression(p, index);
    p.comments(end - 1);
    p.write("]");
  },
  call: (p, { callee, arguments: values, end }) => {
    printExpression(p, callee, postfixLevel);
    bracketed(p, "(", values, ")", end - 1, (value) => printExpression(p, value));
  },
  unary: (p, { operator, operand }) => {
    p.open(operator);
    if (opensWith(operand, operator)) p.write(" ");
    printExpression(p, operand, prefixLevel);
  },
  binary: (p, { operator, left, right }) => {
    const own = binaryLevels.get(operator) ?? loosest;
    infix(p, left, own, operator, right, own + 1);
  },
  logical: (p, { operator, left, right }) => {
    const own = level(operator === "&&" ? "and" : "or");
    infix(p, left, own, operator, right, own + 1);
  },
  coalesce: (p, { left, right }) => infix(p, left, level("coalesce"), "??", right, level("coalesce") + 1),
  assign: (p, { operator, target, value }) => {
    printExpression(p, target, postfixLevel);
    p.write(` ${operator} `);
    printExpression(p, value);
  },
  conditional: (p, { condition, whenTrue, whenFalse }) => {
    const own = level("conditional");
    infix(p, condition, own + 1, "?", whenTrue, own);
    behind(p, ":", whenFalse);
    printExpression(p, whenFalse, own);
  },
  update: (p, { operator, prefix, target }) => {
    if (prefix) p.write(operator);
    printExpression(p, target, postfixLevel);
    if (!prefix) p.write(operator);
  },
  array: (p, { elements, start, end }) =>
    bracketed(p, "[", elements, "]", end - 1, (each) => printExpression(p, each), start),
  map: (p, { entries, start, end }) => {
    const items = entries.map((entry) => ({ ...entry, start: entry.key.start, end: entry.value.end }));
    const print = ({ key, value }: (typeof items)[number]): void => {
      printExpression(p, key);
      p.write(": ");
      printExpression(p, value);
    };
    bracketed(p, "{", items, "}", end - 1, print, start);
  },
  closure: (p, { parameters, body }) => {
    p.write("(");
    for (const [index, { type, name }] of parameters.entries()) {
      if (index > 0) p.write(", ");
      if (type !== undefined) {
        p.type(type);
        p.write(" ");
      }
      p.leaf(name, shownName(name.name));
    }
    p.write(") => ");
    if (body.kind === "block") p.block(body);
    // Behind `=>` a `{` begins a block.
    else printExpression(p, body, opensWithMap(body) ? operandLevel + 1 : loosest);
  },
  capture: (p, node) => p.group("$(", node, node.body),
  "extension-expression": (p, node) => {
    const { role, word, precedence } = node.syntax;
    const [left, right] = [...node.parts.values()].map(({ value }) => value as Expression);
    if (role !== "operator" || left === undefined) return printUseAsValue(p, node);
    const own = level(precedence ?? "relational");
    if (right !== undefined) return infix(p, left, own, word, right, own + 1);
    p.open(word);
    if (/\w$/.test(word)) p.write(" ");
    printExpression(p, left, prefixLevel);
  },
};

/** Prints an expression; in parentheses where it binds more loosely than `minimum`. */
export function printExpression(p: Printer, node: Expression, minimum = loosest): void {
  if (p.expands && node.kind === "extension-expression") return printExpression(p, node.lowered, minimum);
  const isParenthesized = levelOf(node) < minimum || p.source?.parenthesized.has(node) === true;
  // Within the parentheses: behind a `!` they would be words.
  if (isParenthesized) p.open("(");
  // Ahead of what the expression opens with, where they stand.
  p.comments(node.start);
  // The table's row is that of the node's own kind.
  (printers[node.kind] as Print<ExpressionKind>)(p, node);
  if (isParenthesized) p.write(")");
}

function infix(
  p: Printer,
  left: Expression,
  ofLeft: number,
  operator: string,
  right: Expression,
  ofRight: number,
): void {
  printExpression(p, left, ofLeft);
  behind(p, operator, right);
  printExpression(p, right, ofRight);
}

/** An operator, and the author's line break behind it. */
function behind(p: Printer, operator: string, right: Expression): void {
  p.space();
  p.write(operator);
  p.goOver(right.start);
}

function levelOf(node: Expression): number {
  switch (node.kind) {
    case "assign":
    case "closure":
      return loosest;
    case "conditional":
      return level("conditional");
    case "coalesce":
      return level("coalesce");
    case "logical":
      return level(node.operator === "&&" ? "and" : "or");
    case "binary":
      return binaryLevels.get(node.operator) ?? loosest;
    case "instanceof":
      return level("relational");
    case "unary":
    case "cast":
      return prefixLevel;
    case "extension-expression":
      return levelOfUse(node);
    case "update":
      return node.prefix ? prefixLevel : postfixLevel;
    case "member":
    case "index":
    case "call":
      return postfixLevel;
    // `true.sh` is a program.
    case "boolean":
    case "null":
      return prefixLevel;
    default:
      return operandLevel;
  }
}

function levelOfUse({ syntax, parts }: Of<"extension-expression">): number {
  if (syntax.role !== "operator") return operandLevel;
  return parts.size === 1 ? prefixLevel : level(syntax.precedence ?? "relational");
}

function opensWithMap(node: Expression): boolean {
  switch (node.kind) {
    case "map":
      return true;
    case "member":
    case "index":
      return opensWithMap(node.object);
    case "call":
      return opensWithMap(node.callee);
    case "binary":
    case "logical":
    case "coalesce":
    case "instanceof":
      return opensWithMap(node.left);
    case "conditional":
      return opensWithMap(node.condition);
    case "assign":
      return opensWithMap(node.target);
    case "update":
      return !node.prefix && opensWithMap(node.target);
    default:
      return false;
  }
}

/** Whether a sign would join with the one that its operand begins with: `- -n` is no `--n`. */
function opensWith(operand: Expression, sign: string): boolean {
  if (sign !== "-" && sign !== "+") return false;
  if (operand.kind === "unary") return operand.operator === sign;
  return operand.kind === "update" && operand.prefix && operand.operator.startsWith(sign);
}
