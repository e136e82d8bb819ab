/** Which blocks can stay in the line where their author has them: those that hold one statement, and so does all within. */

import type { BlockStatement, Parts, Statement } from "../tree.ts";

const known = new WeakMap<object, boolean>();

/** Whether a block prints without a line break of its own. Each block is looked at once. */
export function fitsOneLine(block: BlockStatement): boolean {
  return block.statements.length <= 1 && fits(block.statements);
}

/** Whether statements stay in the line where their author has them. */
export function fitInLine(statements: readonly Statement[]): boolean {
  return fits(statements);
}

function fits(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const before = known.get(value);
  if (before !== undefined) return before;
  const fit = Array.isArray(value) ? value.every(fits) : !breaks(value as Statement) && partsOf(value).every(fits);
  known.set(value, fit);
  return fit;
}

/** What a node is printed from: a use of a syntax from its parts. */
function partsOf(node: object): readonly unknown[] {
  return "syntax" in node && "parts" in node ? [...(node.parts as Parts).values()] : Object.values(node);
}

/** A statement that is printed in several lines whatever its author did. */
function breaks(node: Statement): boolean {
  if (node.annotations !== undefined) return true;
  switch (node.kind) {
    case "class":
    case "argue":
      return true;
    case "block":
      return node.statements.length > 1;
    case "switch":
      return true;
    case "do":
      return node.body.kind !== "block";
    case "if":
      return node.branches.some(
        ({ body }, index) =>
          body.kind !== "block" && (index + 1 < node.branches.length || node.otherwise !== undefined),
      );
    default:
      return false;
  }
}
