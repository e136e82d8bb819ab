/** What a monitor sees as long as nothing has to be done: the opposite of what a script's `when`s wait for. */

import type { Condition as CaseCondition, Comparison } from "../../assurance/index.ts";
import {
  type Condition,
  type Expression,
  expressionParts,
  literalValue,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";

const opposites: Readonly<Record<string, Comparison>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const mirrored: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** Of comparisons with a literal, alone or joined by `||`, and of `x` and `!x`; undefined where a `when` says more than that. */
export function holdsIn(monitor: string, conditions: readonly Condition[]): CaseCondition | undefined {
  const parts: CaseCondition[] = [];
  for (const condition of conditions) {
    if (condition.kind !== "expression-condition") continue;
    const open: Expression[] = [condition.expression];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.kind === "logical" && node.operator === "||") open.push(node.right, node.left);
      else {
        const part = oppositeOf(monitor, node);
        if (part === "unclear") return undefined;
        if (part !== undefined && !parts.some((each) => JSON.stringify(each) === JSON.stringify(part)))
          parts.push(part);
      }
    }
  }
  const [first, ...more] = parts;
  return first === undefined || more.length === 0 ? first : { kind: "and", of: parts };
}

/** Undefined where an alternative is not about the monitor. */
function oppositeOf(monitor: string, node: Expression): CaseCondition | "unclear" | undefined {
  if (node.kind === "name") return node.name === monitor ? equals(false) : undefined;
  if (node.kind === "unary" && node.operator === "!" && node.operand.kind === "name")
    return node.operand.name === monitor ? equals(true) : undefined;
  if (!mentions(node, monitor)) return undefined;
  if (node.kind !== "binary") return "unclear";
  const { left, right, operator } = node;
  const isLeft = left.kind === "name" && left.name === monitor;
  const isRight = right.kind === "name" && right.name === monitor;
  if (!isLeft && !isRight) return "unclear";
  const value = literalValue(isLeft ? right : left);
  const is = opposites[isLeft ? operator : (mirrored[operator] ?? operator)];
  if (value === undefined || is === undefined) return "unclear";
  return { kind: "compare", is, left: field(is), right: { kind: "value", value } };
}

function mentions(node: Expression, name: string): boolean {
  let isFound = false;
  const visitor: Visitor = {
    statement: (inner) => statementParts(inner, visitor),
    expression: (inner) => {
      isFound ||= inner.kind === "name" && inner.name === name;
      expressionParts(inner, visitor);
    },
  };
  visitor.expression(node);
  return isFound;
}

function equals(value: boolean): CaseCondition {
  return {
    kind: "compare",
    is: "==",
    left: { kind: "over", how: "last", path: "value" },
    right: { kind: "value", value },
  };
}

/** Of a bound the worst value of the window counts, of anything else the last one. */
function field(is: Comparison): Extract<CaseCondition, { kind: "compare" }>["left"] {
  const how = is === "<" || is === "<=" ? "max" : is === ">" || is === ">=" ? "min" : "last";
  return { kind: "over", how, path: "value" };
}
