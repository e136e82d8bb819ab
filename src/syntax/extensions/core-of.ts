/** What uses of a syntax of one's own stand for, where a construct asks what its parts are. */

import type { Expression, Statement } from "../tree.ts";

/** A statement of the core: that which a use stands for, otherwise itself. */
export function coreOf(statement: Statement): Statement {
  let at = statement;
  while (at.kind === "extension") at = at.lowered;
  return at;
}

/** The same of an expression. */
export function coreExpressionOf(expression: Expression): Expression {
  let at = expression;
  while (at.kind === "extension-expression") at = at.lowered;
  return at;
}
