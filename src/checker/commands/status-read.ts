/** Whether a statement reads `$?` before it runs anything: then it looks at the status of the one ahead of it (language 4). */

import type { Expression, Statement } from "../../syntax/index.ts";
import { conditionParts, expressionParts, listParts, statementParts, type Visitor } from "../names/children.ts";

export function readsStatusFirst(node: Statement): boolean {
  let found = false;
  const visitor: Visitor = {
    expression: (each) => {
      found ||= reads(each);
    },
    // Bodies run later, behind other commands.
    statement: () => {},
  };
  switch (node.kind) {
    case "if": {
      const [first] = node.branches;
      if (first !== undefined) conditionParts(first.condition, visitor);
      break;
    }
    case "while":
    case "assert":
      conditionParts(node.condition, visitor);
      break;
    case "command":
      listParts(node.list, visitor);
      break;
    case "for":
      if (node.init !== undefined) statementParts(node.init, visitor);
      else if (node.condition !== undefined) visitor.expression(node.condition);
      break;
    case "variable":
    case "expression":
    case "switch":
    case "return":
    case "throw":
    case "for-in":
      statementParts(node, visitor);
      break;
    case "block":
      return node.statements[0] !== undefined && readsStatusFirst(node.statements[0]);
    default:
      break;
  }
  return found;
}

/** Whether `$?` stands in the expression, other than in a closure, which runs later. */
function reads(node: Expression, depth = 0): boolean {
  if (node.kind === "status") return true;
  if (node.kind === "closure" || depth > 500) return false;
  let found = false;
  expressionParts(node, {
    expression: (each) => {
      found ||= reads(each, depth + 1);
    },
    statement: () => {},
  });
  return found;
}
