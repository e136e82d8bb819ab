/** What all loops share: their jumps, and the check that keeps endless ones interruptible (language 5). */

import type { Statement } from "../syntax/index.ts";
import { emitStatements } from "./block.ts";
import { deeper, line, type Scope, use } from "./context.ts";
import { walk } from "./walk.ts";

/** The scope of a loop's body: `break` and `continue` are JavaScript's own. */
export function loopScope(scope: Scope): Scope {
  return { ...scope, exits: { ...scope.exits, break: "plain", continue: "plain" } };
}

/** A loop's body: every so many turns it asks whether a wait is due, so that signals and time limits act (architecture). */
export function emitLoopBody(scope: Scope, body: Statement): string {
  const inside = deeper(loopScope(scope));
  return emitTurn(inside, body) + emitStatements(inside, body.kind === "block" ? body.statements : [body]);
}

// Asking costs some 40 ns. A turn of bare arithmetic takes about one, one that calls something may take long.
const turns = { bare: 511, calling: 15 };

/** A function that does not wait has no open loops: the checker has seen to that. */
function emitTurn(scope: Scope, body: Statement): string {
  if (!scope.waits) return "";
  const counter = counterOf(scope);
  const mask = calls(body) ? turns.calling : turns.bare;
  const wait = `await ${use(scope, "breathe")}($)`;
  return line(scope, `if ((${counter} = ${counter} + 1 & ${mask}) === 0 && ${use(scope, "due")}()) ${wait};`);
}

/** One counter a JavaScript function: the turns of inner loops count for outer ones too. */
function counterOf(scope: Scope): string {
  const { temporaries } = scope.frame;
  if (!temporaries.includes(counter)) temporaries.push(counter);
  return "$n";
}

const counter = "$n = 0";

const callKinds = new Set(["call", "capture", "simple", "group", "while", "do", "for", "for-in", "wait", "retry"]);

function calls(body: Statement): boolean {
  return walk(body, (node) => {
    if (node.kind === "closure" || node.kind === "function") return "over";
    return node.kind !== undefined && callKinds.has(node.kind) ? "stop" : "into";
  });
}
