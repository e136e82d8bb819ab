/** Writing to the run's journal: where that fails, nothing further is begun. */

import { type Journal, type JournalEntry, JournalTrouble } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";

const silent = new WeakSet<Run>();

/** Writes ahead of a step: a JournalFault where that cannot be done. */
export function note(run: Run, site: number, entry: JournalEntry): void {
  try {
    run.options.journal?.write(entry);
  } catch (thrown) {
    if (!(thrown instanceof JournalTrouble)) throw thrown;
    throw createFault(run, site, { kind: "JournalFault", message: thrown.message, values: [] });
  }
}

/** Writes what has happened, or what takes something back: that goes on without a journal, and it is said once. */
export function noteAnyway(run: Run, entry: JournalEntry): void {
  try {
    run.options.journal?.write(entry);
  } catch (thrown) {
    if (!(thrown instanceof JournalTrouble)) throw thrown;
    if (silent.has(run)) return;
    silent.add(run);
    run.options.tell?.(`${thrown.message}; what is under way goes on without it`);
  }
}

export function recall(run: Run, key: string): ReturnType<Journal["recall"]> {
  return run.options.journal?.recall(key) ?? [];
}
