/** Ending commands with all that they started: TERM, a time of grace, KILL, until none is left (architecture: who ends what). */

import { steadyNow } from "../clock.ts";
import type { RunOptions } from "../run.ts";
import { cookieToken } from "./environment-block.ts";
import { signalNumber } from "./errno.ts";
import type { Command, Live } from "./live.ts";
import { type ProcessEntry, scanProcesses } from "./process-table.ts";

const firstLook = 2;
const lookEvery = 20;
// Each turn stops what it finds ahead of killing it, so that even a fork bomb runs dry; this is for what cannot be killed (state D).
const mostTurns = 100;

/**
 * Ends everything that carries the cookie of these commands, belongs to their groups or descends from them.
 * Resolves when none is left, or what is left cannot be ended.
 */
export async function endEverything(
  run: { readonly options: Pick<RunOptions, "runId"> },
  live: Live,
  numbers: readonly number[],
  grace: number,
  roots: readonly Command[],
  signal = "SIGTERM",
): Promise<void> {
  const tokens = numbers.map((number) => cookieToken(run.options.runId, number));
  const hunt = createHunt(live, tokens, roots);
  const told = new Set<string>();
  const until = steadyNow() + grace;
  let look = firstLook;
  const term = signalNumber(signal);
  const cont = signalNumber("SIGCONT");
  for (;;) {
    const found = hunt();
    live.children.sweep();
    if (found.length === 0) return endDirectly(live, roots, grace, term);
    if (steadyNow() >= until) break;
    for (const entry of found) {
      if (told.has(identity(entry))) continue;
      told.add(identity(entry));
      live.native.kill(entry.pid, term);
      // A stopped process sees TERM only when it goes on.
      live.native.kill(entry.pid, cont);
    }
    await pause(Math.min(look, Math.max(1, until - steadyNow())));
    look = Math.min(look * 2, lookEvery);
  }
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const found = freeze(live, hunt);
    if (found.length === 0) return;
    for (const entry of found) live.native.kill(entry.pid, signalNumber("SIGKILL"));
    await pause(turn < 5 ? 2 : lookEvery);
    live.children.sweep();
  }
}

/** Where /proc shows nothing (a rescue system, a chroot), commands are known by their own numbers, and their groups. */
async function endDirectly(live: Live, roots: readonly Command[], grace: number, signal: number): Promise<void> {
  const alive = (): readonly Command[] => roots.filter((root) => live.commands.has(root));
  if (alive().length === 0) return;
  const tell = (number: number): void => {
    for (const root of alive()) live.native.kill(root.ownGroup ? -root.pid : root.pid, number);
  };
  tell(signal);
  tell(signalNumber("SIGCONT"));
  for (const until = steadyNow() + grace; steadyNow() < until; ) {
    if (alive().length === 0) return;
    await pause(lookEvery);
    live.children.sweep();
  }
  tell(signalNumber("SIGKILL"));
}

/** Stops whoever is found until nobody new appears: a stopped process forks no more. */
function freeze(live: Live, hunt: () => readonly ProcessEntry[]): readonly ProcessEntry[] {
  const stopped = new Set<string>();
  let found = hunt();
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const fresh = found.filter((entry) => !stopped.has(identity(entry)));
    if (fresh.length === 0) break;
    for (const entry of fresh) {
      stopped.add(identity(entry));
      live.native.kill(entry.pid, signalNumber("SIGSTOP"));
    }
    found = hunt();
  }
  return found;
}

/** What gives, at each call, the processes that belong to the commands and still run. */
export function createHunt(
  live: Live,
  tokens: readonly string[],
  roots: readonly Command[],
): () => readonly ProcessEntry[] {
  // Who was once seen to belong still does, when its parent has ended and init has it.
  const known = new Set<string>();
  const groups = new Set(roots.filter((root) => root.ownGroup).map((root) => root.pid));
  const sessions = new Set<number>();
  const rootPids = new Set(roots.map((root) => root.pid));
  return () => {
    const table = scanProcesses(live.native, tokens);
    const members = new Map<number, ProcessEntry>();
    const belongs = (entry: ProcessEntry): boolean =>
      entry.hasToken ||
      known.has(identity(entry)) ||
      rootPids.has(entry.pid) ||
      groups.has(entry.group) ||
      sessions.has(entry.session) ||
      members.has(entry.parent);
    for (let grown = true; grown; ) {
      grown = false;
      for (const entry of table) {
        if (members.has(entry.pid) || !belongs(entry)) continue;
        members.set(entry.pid, entry);
        known.add(identity(entry));
        // Groups and sessions that a member leads hold nobody else's processes.
        if (entry.group === entry.pid) groups.add(entry.pid);
        if (entry.session === entry.pid) sessions.add(entry.pid);
        grown = true;
      }
    }
    return [...members.values()].filter((entry) => entry.pid !== process.pid && !entry.isZombie);
  };
}

/** Process numbers are used again; with the time of their start they are not. */
function identity(entry: ProcessEntry): string {
  return `${entry.pid}@${entry.started}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
