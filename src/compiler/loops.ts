/** What all loops share: their jumps, and the check that keeps endless ones interruptible (language 5). */

import type { Statement } from "../syntax/index.ts";
import { emitStatements } from "./block.ts";
import { askForWait, emitChunks, isBare, type Loop, type LoopCode } from "./chunks.ts";
import { at, deeper, line, type Scope } from "./context.ts";
import { braced } from "./scopes.ts";
import { walk } from "./walk.ts";

/** A `while` or `for` loop; `code` emits its parts, and its head for where it stays one loop. */
export function emitLoop(
  scope: Scope,
  loop: Loop,
  code: (scope: Scope) => LoopCode & { readonly head: string },
): string {
  const mark = at(scope, loop.node);
  if (!scope.waits || !isBare(scope, loop))
    return braced(scope, `${mark}${code(scope).head} `, emitLoopBody(scope, loop.body));
  const exit = { label: `$loop${scope.depth}`, used: false };
  const hot: Scope = { ...scope, hot: true };
  const exits = { ...scope.exits, break: exit, continue: "plain" } as const;
  const body = emitStatements({ ...hot, exits, depth: scope.depth + 2 }, statementsOf(loop.body));
  return emitChunks(hot, loop, code(hot), mark + (exit.used ? `${exit.label}: ` : ""), body);
}

/** A loop's body: every so many turns it asks whether a wait is due, so that signals and time limits act (architecture). */
export function emitLoopBody(scope: Scope, body: Statement): string {
  const inside = deeper({ ...scope, exits: { ...scope.exits, break: "plain", continue: "plain" } });
  return emitTurn(inside, body) + emitStatements(inside, statementsOf(body));
}

function statementsOf(body: Statement): readonly Statement[] {
  return body.kind === "block" ? body.statements : [body];
}

// Asking costs some 40 ns. A turn of bare arithmetic takes about one, one that calls something may take long.
const turns = { bare: 511, calling: 15 };

/** A function that does not wait has no open loops: the checker has seen to that. */
function emitTurn(scope: Scope, body: Statement): string {
  if (!scope.waits) return "";
  return line(scope, askForWait(scope, calls(body) ? turns.calling : turns.bare));
}

const callKinds = new Set(["call", "capture", "simple", "group", "while", "do", "for", "for-in", "wait", "retry"]);

function calls(body: Statement): boolean {
  return walk(body, (node) => {
    if (node.kind === "closure" || node.kind === "function") return "over";
    return node.kind !== undefined && callKinds.has(node.kind) ? "stop" : "into";
  });
}
