/** What a reader of plans knows of the file that it reads, and of those that it imports. */

import {
  type CallExpression,
  declaredFunction,
  dependableBody,
  type Expression,
  type FunctionStatement,
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
  /** How often a task or a plan was called so far in the plan that is read. */
  readonly calls: Map<string, number>;
}

/** The tasks and plans that a file declares. */
export function calleesOf(file: DesignFile): readonly Callee[] {
  return file.script.statements.flatMap((statement) => {
    const node = declaredFunction(statement);
    const body = node === undefined ? undefined : dependableBody(node);
    return node === undefined || body === undefined ? [] : [{ file, node, body }];
  });
}

/** The task or the plan that is called: `copy()`, `lib.copy()`. */
export function calleeOf({ file, files }: Reader, { callee }: CallExpression): Callee | undefined {
  const declared = (in_: DesignFile, name: string): Callee | undefined =>
    calleesOf(in_).find(({ node }) => node.name.name === name);
  if (callee.kind === "name") return declared(file, callee.name);
  if (callee.kind !== "member" || callee.object.kind !== "name") return undefined;
  const alias = callee.object.name;
  for (const [node, index] of file.imports) {
    const target = files[index];
    if (node.alias.name === alias && target !== undefined) return declared(target, callee.name.name);
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
