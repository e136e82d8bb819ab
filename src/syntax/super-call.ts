/** `super(…)` as a statement: the base's part of an object is made there. */

import type { CallExpression, Statement } from "./tree.ts";

/** The call; undefined where the statement is anything else. */
export function superCallOf(statement: Statement | undefined): CallExpression | undefined {
  const call = statement?.kind === "expression" ? statement.expression : undefined;
  return call?.kind === "call" && call.callee.kind === "super" ? call : undefined;
}
