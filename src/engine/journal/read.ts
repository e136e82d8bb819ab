/** Reading a journal back: whole lines up to the last; a torn last one is as if it had never been begun. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatedEntry, JournalEntry } from "../../records/index.ts";
import { type Header, headerOf } from "./header.ts";
import { decodeLine } from "./line.ts";

export const journalName = "journal";

export interface KnownJournal {
  readonly header: Header;
  readonly entries: readonly DatedEntry[];
  /** The bytes of all whole lines: what stands behind them is cut off. */
  readonly length: number;
  /** The last line was torn. */
  readonly isTorn: boolean;
}

/** Why the journal of a run without plans cannot be used. */
export const noJournal = "it has no journal: it ran no plan";

/** The journal of a run's folder; a sentence where it cannot be used, which is `noJournal` where there is none. */
export function readJournal(folder: string): KnownJournal | string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, journalName));
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return code === "ENOENT" ? noJournal : `its journal cannot be read: ${code}`;
  }
  const end = bytes.lastIndexOf(10) + 1;
  const lines = bytes.toString("utf8", 0, Math.max(0, end - 1)).split("\n");
  const values = lines.map(decodeLine);
  const header = headerOf(values[0]);
  if (typeof header === "string") return `its journal cannot be used: ${header}`;
  const bad = values.indexOf(undefined);
  if (bad !== -1 && bad < values.length - 1)
    return `its journal is damaged in line ${bad + 1} of ${values.length}: what follows cannot be trusted`;
  const isTorn = bad !== -1 || end < bytes.length;
  const whole = bad === -1 ? values : values.slice(0, bad);
  const last = bad === -1 ? 0 : Buffer.byteLength(lines[bad] ?? "") + 1;
  // Entries of a form that this engine reads: the header says so.
  return { header, entries: whole.slice(1) as DatedEntry[], length: end - last, isTorn };
}

/** The plans of a run that neither ended nor were taken back, by their keys, in order. */
export function openPlans(entries: readonly DatedEntry[]): readonly { readonly key: string; readonly name: string }[] {
  const ended = new Set(entries.flatMap((each) => (each.do === "ended" ? [each.key] : [])));
  return entries.flatMap((each) => (isRoot(each) && !ended.has(each.key) ? [{ key: each.key, name: each.name }] : []));
}

/** Whether an entry begins a plan that stands in no other one. */
export function isRoot(entry: JournalEntry): entry is JournalEntry & { readonly do: "plan" } {
  return entry.do === "plan" && !entry.key.includes(".");
}

/** How a plan of a run ended last; of the plan with this key, where one is given. */
export function lastEnd(
  entries: readonly DatedEntry[],
  key?: string,
): (DatedEntry & { readonly do: "ended" }) | undefined {
  return entries.findLast(
    (each): each is DatedEntry & { readonly do: "ended" } =>
      each.do === "ended" && (key === undefined || each.key === key),
  );
}
