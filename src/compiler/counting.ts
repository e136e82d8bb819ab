/** Counters as code: nothing at all, unless the compilation was asked for them. */

import type { NodeBase, Statement } from "../syntax/index.ts";
import { atom } from "./atom.ts";
import { line, type Scope, use } from "./context.ts";

/** The name of a test's own code for sites: no function can have it. */
export const testName = "test block";

/** What declares something for the file, and does nothing in its place, is no step of the script. */
const steps: ReadonlySet<Statement["kind"]> = new Set([
  "variable",
  "param",
  "expression",
  "command",
  "if",
  "while",
  "do",
  "for",
  "for-in",
  "switch",
  "break",
  "continue",
  "return",
  "throw",
  "try",
  "defer",
  "assert",
  "wait",
  "retry",
  "lock",
  "atomic",
  "parallel",
  "assure",
  "argue",
  "notify",
  "approve",
  "cd",
  "extension",
]);

export function isCounted(scope: Scope): boolean {
  const { coverage } = scope.unit;
  return coverage !== undefined && scope.function !== testName && coverage.counts(scope.file);
}

/** The line ahead of a statement that counts it. */
export function countStatement(scope: Scope, node: Statement): string {
  if (!isCounted(scope) || !steps.has(node.kind)) return "";
  return line(scope, `${step(scope, node)};`);
}

/** The line that counts a way of a decision; empty where nothing is counted. */
export function countWay(scope: Scope, node: NodeBase, way: string): string {
  return isCounted(scope) ? line(scope, `${step(scope, node, way)};`) : "";
}

/** A boolean as it is, with both of its ways counted. */
export function countTruth(scope: Scope, node: NodeBase, code: string): string {
  if (!isCounted(scope)) return code;
  const [yes, no] = [step(scope, node, "true"), step(scope, node, "false")];
  return `(${atom(code)} ? (${yes}, true) : (${no}, false))`;
}

/** The code that counts a statement, or a way; only where `isCounted`. */
export function step(scope: Scope, node: NodeBase, way?: string): string {
  return `${use(scope, "counters")}[${scope.unit.coverage?.number(scope.file, node, way) ?? 0}]++`;
}
