/** Blocks that the runtime runs: functions of a flow, among the properties of what it is handed. */

import type { BlockStatement, Expression, Statement } from "../syntax/index.ts";
import { emitStatements } from "./block.ts";
import { expression, line, type Scope } from "./context.ts";
import { arrow, declareStatus, hiddenScope } from "./scopes.ts";

/** The scope of such a block's body: `return` ends the block. */
function blockScope(outer: Scope): Scope {
  const exits = { return: "plain", break: "leave", continue: "leave" } as const;
  return { ...hiddenScope(outer), waits: true, deferred: null, exits };
}

/** `async ($) => { … }`; `behind` stands after the statements. */
export function emitBlock(
  outer: Scope,
  statements: readonly Statement[],
  parameters = "$",
  behind: (scope: Scope) => string = () => "",
): string {
  const scope = blockScope(outer);
  return arrow(scope, emitStatements(scope, statements) + behind(scope), parameters, declareStatus(scope));
}

/** The block, or `null` where there is none. */
export function blockOrNull(outer: Scope, block: BlockStatement | undefined): string {
  return block === undefined ? "null" : emitBlock(outer, block.statements);
}

/** The value, or `null` where there is none. */
export function orNull(scope: Scope, node: Expression | undefined): string {
  return node === undefined ? "null" : expression(scope, node);
}

/** `() => value`, or `null`: what is computed when it is needed. */
export function lazily(scope: Scope, node: Expression | undefined): string {
  return node === undefined ? "null" : `() => ${expression(scope, node)}`;
}

/** The lines of an object literal's properties. */
export function properties(scope: Scope, list: Readonly<Record<string, string>>): string {
  return Object.entries(list)
    .map(([name, code]) => line(scope, `${name}: ${code},`))
    .join("");
}
