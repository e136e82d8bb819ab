/** Which tasks and plans a script calls outside of them. */

import {
  expressionParts,
  type FunctionStatement,
  type Statement,
  statementParts,
  type Visitor,
} from "../../syntax/index.ts";
import { calleeOf, type Reader } from "./reader.ts";

/** Those that statements call, however deep the call stands; what tasks, plans and tests do in themselves is not theirs. */
export function calledIn(reader: Reader, statements: readonly Statement[]): ReadonlySet<FunctionStatement> {
  const called = new Set<FunctionStatement>();
  const visitor: Visitor = {
    statement: (node) => {
      if (node.kind !== "task" && node.kind !== "plan" && node.kind !== "test") statementParts(node, visitor);
    },
    expression: (node) => {
      const callee = node.kind === "call" ? calleeOf(reader, node) : undefined;
      if (callee !== undefined) called.add(callee.node);
      expressionParts(node, visitor);
    },
  };
  for (const statement of statements) visitor.statement(statement);
  return called;
}
