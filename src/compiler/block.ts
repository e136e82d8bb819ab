/** Statements in a row: what each one's failures mean, and what is deferred to the end of the block. */

import { accept } from "../records/index.ts";
import { coreOf, type Statement } from "../syntax/index.ts";
import { deeper, line, type Scope, statement, temporary, use } from "./context.ts";
import { countStatement } from "./counting.ts";
import { braced } from "./scopes.ts";
import { readsStatusFirst } from "./status.ts";

/** The statements' lines at the scope's depth. */
export function emitStatements(scope: Scope, statements: readonly Statement[]): string {
  if (!statements.some((each) => coreOf(each).kind === "defer")) return emitEach(scope, statements);
  return emitWithDeferred(scope, statements);
}

/** The body of a construct: a block, or one statement without braces, one level deeper. */
export function emitBodyOf(scope: Scope, body: Statement): string {
  return emitStatements(deeper(scope), body.kind === "block" ? body.statements : [body]);
}

function emitEach(scope: Scope, statements: readonly Statement[]): string {
  return statements
    .map(
      (each, index) => countStatement(scope, each) + statement(inStatement(scope, each, statements[index + 1]), each),
    )
    .join("");
}

/** Where the next statement looks at `$?`, this one's failure is accepted (language 4). */
function inStatement(scope: Scope, node: Statement, next: Statement | undefined): Scope {
  const core = coreOf(node);
  const isRead =
    core.kind === "command"
      ? scope.unit.program.statusRead.has(core)
      : canCapture(core) && scope.status !== null && next !== undefined && readsStatusFirst(next);
  const policy = isRead ? accept : scope.style;
  return policy === scope.policy ? scope : { ...scope, policy };
}

/** A statement whose `$(…)` may leave a status, and which is no construct with statements of its own. */
function canCapture(node: Statement): boolean {
  return node.kind === "variable" || node.kind === "expression";
}

/** The list of what a block defers: known to its `defer` statements by the scope. */
function emitWithDeferred(scope: Scope, statements: readonly Statement[]): string {
  const list = temporary(scope);
  const pending = temporary(scope);
  const inside: Scope = { ...deeper(scope), deferred: list };
  const failed = use(scope, "deferFailed");
  const leave = scope.unit.prelude.own(scope.waits ? "$leave" : "$leaveAtOnce", leaving(scope.waits, failed));
  return (
    line(scope, `${list} = [];`) +
    line(scope, `${pending} = null;`) +
    line(scope, "try {") +
    emitEach(inside, statements) +
    line(scope, "} catch ($e) {") +
    line(inside, `${pending} = { thrown: $e };`) +
    line(inside, "throw $e;") +
    braced(scope, "} finally ", line(inside, `${scope.waits ? "await " : ""}${leave}($, ${list}, ${pending});`))
  );
}

/** What is deferred runs last first; of several faults the first goes on, the others are reported. */
function leaving(waits: boolean, failed: string): string {
  const [start, wait, name] = waits ? ["async ", "await ", "$leave"] : ["", "", "$leaveAtOnce"];
  return `${start}function ${name}($, deferred, pending) {
  while (deferred.length > 0) {
    try {
      ${wait}deferred.pop()();
    } catch (thrown) {
      if (pending === null) pending = { thrown };
      else pending = { thrown: ${failed}($, pending.thrown, thrown) };
    }
  }
  if (pending !== null) throw pending.thrown;
}
`;
}
