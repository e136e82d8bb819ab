/** Whether a statement reads the `$?` that the one ahead of it left, before anything replaces it (language 4). */

import {
  type CommandList,
  type Condition,
  declaredFunction,
  type Expression,
  expressionParts,
  type IfStatement,
  listParts,
  type Statement,
  statementParts,
} from "../../syntax/index.ts";

type Look = "reads" | "replaces" | "neither";

// As deep as anybody looks ahead.
const deepest = 500;

/** A failure ahead of such a statement is accepted: "the next statement of the block reads `$?`". */
export function readsStatusFirst(node: Statement): boolean {
  return lookStatement(node, 0) === "reads";
}

/** Goes along what the statement does first, until `$?` is read or another command has replaced it. */
function lookStatement(node: Statement, depth: number): Look {
  if (depth > deepest || declaredFunction(node) !== undefined) return "neither";
  if (node.kind === "command") return lookList(node.list, depth + 1);
  if (node.kind === "if") return lookIf(node, depth + 1);
  return firstOf((visitor) => statementParts(node, visitor), depth + 1);
}

/** Branches are asked in order, but only one body runs. */
function lookIf(node: IfStatement, depth: number): Look {
  for (const { condition, body } of node.branches) {
    const seen = lookCondition(condition, depth);
    if (seen !== "neither") return seen;
    if (lookStatement(body, depth) === "reads") return "reads";
  }
  return node.otherwise === undefined ? "neither" : lookStatement(node.otherwise, depth);
}

function lookCondition(node: Condition, depth: number): Look {
  return node.kind === "expression-condition" ? lookExpression(node.expression, depth) : lookList(node.list, depth);
}

/** The words of the first pipeline are evaluated before it replaces the status. */
function lookList(list: CommandList, depth: number): Look {
  const seen = firstOf((visitor) => listParts({ ...list, rest: [] }, visitor), depth);
  return seen === "neither" ? "replaces" : seen;
}

/** A closure runs later. */
function lookExpression(node: Expression, depth: number): Look {
  if (node.kind === "status") return "reads";
  if (node.kind === "closure" || depth > deepest) return "neither";
  const seen = firstOf((visitor) => expressionParts(node, visitor), depth + 1);
  return seen === "neither" && node.kind === "capture" ? "replaces" : seen;
}

/** What the first part that does either does. */
function firstOf(visit: (visitor: Parameters<typeof statementParts>[1]) => void, depth: number): Look {
  let seen: Look = "neither";
  visit({
    expression: (each) => {
      if (seen === "neither") seen = lookExpression(each, depth);
    },
    statement: (each) => {
      if (seen === "neither") seen = lookStatement(each, depth);
    },
  });
  return seen;
}
