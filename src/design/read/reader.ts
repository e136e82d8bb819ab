/** What a reader of plans knows of the file that it reads, and of those that it imports. */

import type { ServedGoal } from "../../records/index.ts";
import {
  type CallExpression,
  declaredFunction,
  dependableBody,
  type Expression,
  type FunctionStatement,
  type GoalReference,
  type ImportStatement,
  type PlanBodyStatement,
  type Script,
  type Statement,
  type TaskBodyStatement,
} from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";

/** A file of a program; index 0 is the script itself. */
export interface DesignFile {
  readonly source: SourceFile;
  readonly script: Script;
  readonly imports: ReadonlyMap<ImportStatement, number>;
}

/** A task or a plan, where it is declared. */
export interface Callee {
  readonly file: DesignFile;
  readonly node: FunctionStatement;
  readonly body: TaskBodyStatement | PlanBodyStatement;
}

export interface Reader {
  readonly file: DesignFile;
  readonly files: readonly DesignFile[];
  /** The tasks and plans that each file declares, by name. */
  readonly callees: ReadonlyMap<DesignFile, ReadonlyMap<string, Callee>>;
  /** The goals that are named, as the D-Case has them. */
  readonly served: ReadonlyMap<GoalReference, ServedGoal>;
  /** How often a task or a plan was called so far in the plan that is read. */
  readonly calls: Map<string, number>;
}

/** The tasks and plans that a file declares, by name, in their order. */
export function calleesOf(file: DesignFile): ReadonlyMap<string, Callee> {
  const callees = new Map<string, Callee>();
  for (const node of file.script.statements.map(declaredFunction)) {
    const body = node === undefined ? undefined : dependableBody(node);
    if (node !== undefined && body !== undefined) callees.set(node.name.name, { file, node, body });
  }
  return callees;
}

/** The task or the plan that is called: `copy()`, `lib.copy()`. */
export function calleeOf({ file, files, callees }: Reader, { callee }: CallExpression): Callee | undefined {
  if (callee.kind === "name") return callees.get(file)?.get(callee.name);
  if (callee.kind !== "member" || callee.object.kind !== "name") return undefined;
  const alias = callee.object.name;
  for (const [node, index] of file.imports) {
    const target = files[index];
    if (node.alias.name === alias && target !== undefined) return callees.get(target)?.get(callee.name.name);
  }
  return undefined;
}

/** The call that a statement consists of: `f()`, `Outcome o = f()`, `o = f()`. */
export function callOf(statement: Statement): CallExpression | undefined {
  const value: Expression | undefined =
    statement.kind === "expression"
      ? statement.expression.kind === "assign"
        ? statement.expression.value
        : statement.expression
      : statement.kind === "variable"
        ? statement.value
        : undefined;
  return value?.kind === "call" ? value : undefined;
}
