/** The entries of a log from one on, each checked against the signed root before it is given: for whoever folds a log bit by bit. */

import {
  appended,
  type Checkpoint,
  consistencyPath,
  isConsistent,
  isSameHash,
  leafHash,
  type Range,
  rootOf,
  type SignedCheckpoint,
} from "../../agreement/index.ts";
import { sha256 } from "../keys/crypto.ts";
import { isProblem, type LogProblem } from "../problem.ts";
import { pathSince } from "../verify/growth.ts";
import { changedEntry, keptDamaged, takenBack } from "./damaged.ts";
import { type OpenLog, openLog } from "./open.ts";

export interface LogEntry {
  readonly index: number;
  /** The envelope's line, without its newline. */
  readonly entry: Uint8Array;
}

export interface EntriesFrom {
  /** What the entries were checked against, and as it is signed. */
  readonly checkpoint: SignedCheckpoint;
  readonly note: string;
  /** In their order, up to the checkpoint's size; a problem ends them. To be walked once. */
  readonly entries: Iterable<LogEntry | LogProblem>;
  /** For whoever does not walk to the end; the end does it, too. */
  readonly close: () => void;
}

/** Entries that are read and checked before the first of them is given. */
const batch = 512;

/**
 * `from` is the index of the first entry, or the older checkpoint whose log was read before: then the log must begin with that one,
 * and has lost or changed entries where it does not (LOG-18).
 */
export function entriesFrom(
  source: string | OpenLog,
  from: number | Pick<Checkpoint, "size" | "root">,
): EntriesFrom | LogProblem {
  const log = typeof source === "string" ? openLog(source) : source;
  if (isProblem(log)) return log;
  let isOpen = log !== source;
  const close = (): void => {
    if (isOpen) log.close();
    isOpen = false;
  };
  const start = startOf(log, from);
  if (isProblem(start)) {
    close();
    return start;
  }
  const { checkpoint, note } = log;
  return { checkpoint, note, entries: walk(log, start, close), close };
}

function startOf(log: OpenLog, from: number | Pick<Checkpoint, "size" | "root">): Range | LogProblem {
  const size = typeof from === "number" ? from : from.size;
  if (size > log.checkpoint.size) return takenBack(log.folder, size, log.checkpoint.size);
  const range = log.files.range(size);
  if (range === undefined) return keptDamaged(log.folder);
  const root = typeof from === "number" ? rootOf(range, sha256) : from.root;
  const path = pathSince(log, { size, root });
  return isProblem(path) ? path : range;
}

function* walk(log: OpenLog, start: Range, close: () => void): Generator<LogEntry | LogProblem> {
  const { folder, checkpoint, tree } = log;
  try {
    let range = start;
    let entries: Uint8Array[] = [];
    for (const line of log.lines(start.size)) {
      if (range.size === checkpoint.size) break;
      range = appended(range, leafHash(line, sha256), sha256).range;
      entries.push(line);
      const { size } = range;
      if (entries.length < batch && size < checkpoint.size) continue;
      const first = size - entries.length;
      // The hashes beside the entries are not signed: what was read has to lead to the root that is.
      const root = rootOf(range, sha256);
      const leads =
        size === checkpoint.size
          ? isSameHash(root, checkpoint.root)
          : isConsistent({ size, root }, checkpoint, consistencyPath(size, tree), sha256);
      if (!leads) return yield firstChanged(log, first, size);
      for (const [at, entry] of entries.entries()) yield { index: first + at, entry };
      entries = [];
    }
    if (range.size < checkpoint.size) yield changedEntry(folder, range.size);
  } finally {
    close();
  }
}

/** The first of some entries that differs from what is kept of it, or else the first of all. */
function firstChanged({ folder, entry }: OpenLog, first: number, end: number): LogProblem {
  for (let index = first; index < end; index += 1) {
    const found = entry(index);
    if (isProblem(found)) return found;
  }
  return changedEntry(folder, first);
}
