/** Looks for entries by what they say: in the index where there is one, and always checked against the entries and the signed root. */

import { type Envelope, inclusionPath, isSameHash, leafHash, rootFromInclusion } from "../../agreement/index.ts";
import { changedEntry } from "../folder/damaged.ts";
import { type OpenLog, openLog } from "../folder/open.ts";
import { sha256 } from "../keys/crypto.ts";
import { isProblem, type LogProblem } from "../problem.ts";
import { type EntryFilter, envelopeOf, factsOf, fits } from "./filter.ts";
import { dropIndex, type LogIndex, openIndex } from "./index-file.ts";

export interface FoundEntry {
  readonly index: number;
  readonly entry: Uint8Array;
  readonly envelope: Envelope;
}

export interface FindOptions extends EntryFilter {
  /** So many at most, the newest ones; all where it is absent. */
  readonly most?: number;
  /** False: every entry is read. Who can write the folder can hide entries from an index, though not change or invent them. */
  readonly usesIndex?: boolean;
}

export interface Found {
  /** In the order of the log. */
  readonly entries: readonly FoundEntry[];
  readonly size: number;
  /** False where every entry was read. */
  readonly isFromIndex: boolean;
}

export async function findEntries(source: string | OpenLog, options: FindOptions): Promise<Found | LogProblem> {
  const log = typeof source === "string" ? openLog(source) : source;
  if (isProblem(log)) return log;
  try {
    const indexed = options.usesIndex === false ? undefined : await fromIndex(log, options);
    if (indexed !== undefined) return indexed;
    const entries = scan(log, options, 0);
    return isProblem(entries) ? entries : { entries, size: log.checkpoint.size, isFromIndex: false };
  } finally {
    if (log !== source) log.close();
  }
}

/** Makes the index anew; the value is the number of entries in it, undefined where this machine cannot have one. */
export async function makeIndex(folder: string): Promise<number | undefined | LogProblem> {
  const log = openLog(folder);
  if (isProblem(log)) return log;
  try {
    const index = await openIndex(log, true);
    if (index === undefined || isProblem(index)) return index;
    index.close();
    return index.size;
  } finally {
    log.close();
  }
}

/** Undefined where there is no index, or it is not what it should be: that is made anew, once. */
async function fromIndex(log: OpenLog, options: FindOptions): Promise<Found | LogProblem | undefined> {
  for (const anew of [false, true]) {
    const index = await openIndex(log, anew);
    if (index === undefined || isProblem(index)) return index;
    let entries: readonly FoundEntry[] | LogProblem | undefined;
    try {
      entries = inIndex(log, options, index);
    } catch {
      // The file is damaged within.
    } finally {
      close(index, log);
    }
    if (isProblem(entries)) return entries;
    if (entries !== undefined) return { entries, size: log.checkpoint.size, isFromIndex: true };
  }
  return undefined;
}

/** Undefined where the index says what the entries do not. */
function inIndex(log: OpenLog, options: FindOptions, index: LogIndex): readonly FoundEntry[] | LogProblem | undefined {
  const newer = scan(log, options, index.size);
  if (isProblem(newer)) return newer;
  const older: FoundEntry[] = [];
  const most = options.most === undefined ? -1 : options.most - newer.length;
  for (const at of index.find(options, index.size, most)) {
    const found = checkedEntry(log, at);
    if (isProblem(found)) return found;
    if (found === undefined || !fits(factsOf(found.envelope), options)) return undefined;
    older.push(found);
  }
  return [...older.reverse(), ...newer];
}

function close(index: { readonly close: () => void }, { folder }: OpenLog): void {
  try {
    index.close();
  } catch {
    dropIndex(folder);
  }
}

/** Undefined of an entry that is none, which an index does not have. */
function checkedEntry(log: OpenLog, index: number): FoundEntry | LogProblem | undefined {
  const { checkpoint, tree, folder } = log;
  const { size, root } = checkpoint;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  const entry = log.entry(index);
  if (isProblem(entry)) return entry;
  const leads = rootFromInclusion(leafHash(entry, sha256), { index, size }, inclusionPath(index, tree), sha256);
  if (leads === undefined || !isSameHash(leads, root)) return changedEntry(folder, index);
  const envelope = envelopeOf(entry);
  return envelope && { index, entry, envelope };
}

/** Reads the entries from one on, from the newest to the oldest, until there are enough. */
function scan(log: OpenLog, options: FindOptions, from: number): readonly FoundEntry[] | LogProblem {
  const entries: FoundEntry[] = [];
  const most = options.most ?? Number.POSITIVE_INFINITY;
  for (let index = log.checkpoint.size - 1; index >= from && entries.length < most; index -= 1) {
    const bytes = log.entry(index);
    if (isProblem(bytes)) return bytes;
    const envelope = envelopeOf(bytes);
    if (envelope === undefined || !fits(factsOf(envelope), options)) continue;
    const found = checkedEntry(log, index);
    if (isProblem(found)) return found;
    if (found !== undefined) entries.push(found);
  }
  return entries.reverse();
}
