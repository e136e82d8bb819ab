/** A run's journal as what became of its tasks. */

import type { DatedEntry } from "../records/index.ts";
import type { RunOverlay, RunTask, TaskState } from "./overlay.ts";

interface Started {
  readonly key: string;
  readonly name: string;
  readonly line: number | undefined;
  readonly at: number;
}

/** `now`: milliseconds since the epoch, of a run that lives; of another one its last entry counts. */
export function runOverlayOf(run: string, entries: readonly DatedEntry[], now?: number): RunOverlay {
  const end = now ?? entries.at(-1)?.at ?? 0;
  const counts = new Map<string, number>();
  const steps = byKey(entries);
  const tasks = startsOf(entries).map(({ key, name, line, at }): RunTask => {
    const occurrence = (counts.get(name) ?? 0) + 1;
    counts.set(name, occurrence);
    // A plan has no entries of its own but its first: it is what its tasks are.
    const own = (line === undefined ? steps.below : steps.own).get(key) ?? [];
    const state = stateOf(own);
    const last = line === undefined ? own.at(-1) : own.find((each) => each.do === "done" || each.do === "failed");
    return {
      name,
      occurrence,
      state,
      milliseconds: Math.max(0, (state === "running" ? end : (last?.at ?? end)) - at),
      ...(line === undefined ? {} : { line }),
      ...(state === "failed" && own.some((each) => each.do === "undone") ? { isTakenBack: true } : {}),
    };
  });
  return { run, tasks };
}

type Entries = ReadonlyMap<string, readonly DatedEntry[]>;

/** The entries of each step, and those of the steps within it. */
function byKey(entries: readonly DatedEntry[]): { readonly own: Entries; readonly below: Entries } {
  const own = new Map<string, DatedEntry[]>();
  const below = new Map<string, DatedEntry[]>();
  const put = (map: Map<string, DatedEntry[]>, key: string, entry: DatedEntry): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else list.push(entry);
  };
  for (const entry of entries) {
    const { key } = entry;
    put(own, key, entry);
    for (let dot = key.lastIndexOf("."); dot > 0; dot = key.lastIndexOf(".", dot - 1))
      put(below, key.slice(0, dot), entry);
  }
  return { own, below };
}

/** Tasks, and plans within plans. */
function startsOf(entries: readonly DatedEntry[]): readonly Started[] {
  return entries.flatMap((each): readonly Started[] => {
    if (each.do === "task") return [{ key: each.key, name: each.name, line: each.line, at: each.at }];
    if (each.do !== "plan" || !each.key.includes(".")) return [];
    return [{ key: each.key, name: each.name, line: undefined, at: each.at }];
  });
}

/** Of one task, or of all of a plan. */
function stateOf(entries: readonly DatedEntry[]): TaskState {
  const has = (kind: DatedEntry["do"]): boolean => entries.some((each) => each.do === kind);
  if (has("undo-failed")) return "undo-failed";
  if (has("failed")) return "failed";
  const keys = [...new Set(entries.filter((each) => each.do === "task" || each.do === "undo").map(({ key }) => key))];
  if (keys.length > 0 && has("undone")) return "undone";
  const done = new Set(entries.filter((each) => each.do === "done").map(({ key }) => key));
  return keys.every((key) => done.has(key)) ? "done" : "running";
}
