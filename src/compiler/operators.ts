/** The C operators on values that are JavaScript already: exact ints, floats, measures, texts (language 5). */

import type { RuntimeName, Type } from "../records/index.ts";
import type { BinaryOperator, Expression, NodeBase } from "../syntax/index.ts";
import { atom } from "./atom.ts";
import { siteArgument } from "./calls.ts";
import { at, type Scope, site, typeOf, use } from "./context.ts";
import { withoutMarks } from "./source-map.ts";

/** An operation: where it stands, its sides as nodes and as JavaScript, and the type of its value. */
export interface Operation {
  readonly node: NodeBase;
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly leftCode: string;
  readonly rightCode: string;
  readonly type: Type;
}

/** `left operator right` as JavaScript. */
export function emitOperation(scope: Scope, operation: Operation): string {
  const { operator, leftCode, rightCode } = operation;
  switch (operator) {
    case "<":
    case "<=":
    case ">":
    case ">=":
      // JavaScript orders texts by UTF-16 units, the language by their bytes (language 5.9).
      if (typeOf(scope, operation.left).kind === "String")
        return `${use(scope, "compareTexts")}(${leftCode}, ${rightCode}) ${operator} 0`;
      return `${atom(leftCode)} ${operator} ${atom(rightCode)}`;
    case "==":
    case "!=":
      return `${atom(leftCode)} ${operator}= ${atom(rightCode)}`;
    case "=~":
      return emitSearch(scope, operation);
    case "!~":
      return `!${emitSearch(scope, operation)}`;
    case "&":
    case "|":
    case "^":
    case "<<":
    case ">>":
    case ">>>":
      return emitBits(scope, operation);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return emitArithmetic(scope, operation, operator);
  }
}

function emitSearch(scope: Scope, operation: Operation): string {
  const { leftCode, rightCode } = operation;
  return `${at(scope, operation.node)}${use(scope, "regexTest")}($, ${leftCode}, ${rightCode}, ${operationSite(scope, operation)})`;
}

const exact: Readonly<Record<"+" | "-" | "*" | "/" | "%", RuntimeName>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "%": "remainder",
};

function emitArithmetic(scope: Scope, operation: Operation, operator: "+" | "-" | "*" | "/" | "%"): string {
  const { leftCode, rightCode, right, type } = operation;
  const plain = `${atom(leftCode)} ${operator} ${atom(rightCode)}`;
  if (type.kind === "Size" && isOfFloat(scope, operation)) return emitPart(scope, operation, plain);
  switch (type.kind) {
    case "String":
      return plain;
    case "float":
    case "Duration": {
      if (operator !== "/" && operator !== "%") return plain;
      const name = use(scope, operator === "/" ? "divideFloat" : "remainderFloat");
      return `${at(scope, operation.node)}${name}(${leftCode}, ${rightCode}, ${operationSite(scope, operation)})`;
    }
    // Sizes are whole bytes: exact like ints. What the checker could not type is an int as far as arithmetic goes.
    default: {
      // A divisor that stands in the text is not 0 (the checker has looked); adding 0 makes 0 of -0.
      if (right.kind === "int" && operator === "/") return `Math.trunc(${plain}) + 0`;
      if (right.kind === "int" && operator === "%") return `${plain} + 0`;
      const call = `${at(scope, operation.node)}${use(scope, exact[operator])}(${leftCode}, ${rightCode}, ${operationSite(scope, operation)})`;
      return operator === "+" || operator === "-"
        ? checkedInPlace(scope, plain, call, { leftCode, rightCode, operator })
        : call;
    }
  }
}

function isOfFloat(scope: Scope, { left, right }: Operation): boolean {
  return typeOf(scope, left).kind === "float" || typeOf(scope, right).kind === "float";
}

/** A Size times or by a float: whole bytes, cut off like the quotient of ints. */
function emitPart(scope: Scope, operation: Operation, plain: string): string {
  const { operator, leftCode, rightCode, node } = operation;
  const place = operationSite(scope, operation);
  const value = operator === "/" ? `${use(scope, "divideFloat")}(${leftCode}, ${rightCode}, ${place})` : plain;
  return `${at(scope, node)}${use(scope, "castInt")}(${value}, ${place})`;
}

const largest = "9007199254740991";

/**
 * In a hot loop the check of a sum stands in place, and the call is left for the failure: V8 then keeps the loop's
 * values in registers. Only where both sides can be evaluated twice.
 */
export function checkedInPlace(
  scope: Scope,
  plain: string,
  call: string,
  {
    leftCode,
    rightCode,
    operator,
  }: { readonly leftCode: string; readonly rightCode: string; readonly operator: "+" | "-" },
): string {
  if (!scope.hot || !isRepeatable(leftCode) || !isRepeatable(rightCode)) return call;
  const { temporaries } = scope.frame;
  if (!temporaries.includes("$t")) temporaries.push("$t");
  // Where a literal is added, only one end of the range is near.
  const isLiteral = /^\d+$/.test(rightCode);
  const above = isLiteral && operator === "-" ? [] : [`$t <= ${largest}`];
  const below = isLiteral && operator === "+" ? [] : [`$t >= -${largest}`];
  const [first = "", ...more] = [...above, ...below];
  return `${[first.replace("$t", `($t = ${plain})`), ...more].join(" && ")} ? $t : ${call}`;
}

// Names, numbers and plain operators: no call, no assignment.
function isRepeatable(code: string): boolean {
  return code.length < 60 && /^[\w$.+\-*/% ]+$/.test(withoutMarks(code)) && !code.includes("await ");
}

// Up to here JavaScript's 32-bit `&` is exact, whatever the other side is.
const largestMask = 0x7fffffff;

function emitBits(scope: Scope, operation: Operation): string {
  const { operator, leftCode, rightCode, right } = operation;
  if (operator === "&" && right.kind === "int" && right.value <= largestMask) return `${atom(leftCode)} & ${rightCode}`;
  const values = `"${operator}", ${leftCode}, ${rightCode}, ${operationSite(scope, operation)}`;
  return `${at(scope, operation.node)}${use(scope, "bits")}(${values})`;
}

function operationSite(scope: Scope, { node, operator, left, right }: Operation): number {
  const list = [siteArgument(scope, "left", left), siteArgument(scope, "right", right)];
  return site(scope, node, operator, list);
}

/** The type of `left operator= right`, where the tree has no node of its own for the operation. */
export function compoundType(scope: Scope, operator: BinaryOperator, left: Expression, right: Expression): Type {
  const a = typeOf(scope, left);
  const b = typeOf(scope, right);
  if (a.kind === "int" && b.kind === "float") return b;
  if (operator === "/" && a.kind === b.kind && (a.kind === "Duration" || a.kind === "Size")) return { kind: "float" };
  return operator === "*" && (a.kind === "int" || a.kind === "float") ? b : a;
}
