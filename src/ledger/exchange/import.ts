/** Takes up what another copy of a log has beyond this one; two that differ are never made one. */

import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import {
  appended,
  emptyRange,
  isSameHash,
  type LogKey,
  leafHash,
  peakPlaces,
  type Range,
  rootOf,
  storedAt,
  writeLogKey,
} from "../../agreement/index.ts";
import { syncFile, syncFolder } from "../../sinks/index.ts";
import { type Header, headerText, names, readHeader } from "../folder/header.ts";
import { openLog } from "../folder/open.ts";
import type { TreeFiles } from "../folder/tree-files.ts";
import { sha256 } from "../keys/crypto.ts";
import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import { appendTo } from "../write/append.ts";
import { isEntry } from "../write/tail.ts";
import type { ExportFile } from "./export-file.ts";

export type Imported =
  | { readonly kind: "same"; readonly size: number; readonly behind: number }
  | { readonly kind: "appended"; readonly first: number; readonly size: number; readonly note: string }
  | Fork;

/** The first entry that differs, as each side has it; `theirs` is undefined where it lies ahead of the file. */
export interface Fork {
  readonly kind: "fork";
  readonly entry: number;
  readonly ours: Uint8Array | undefined;
  readonly theirs: Uint8Array | undefined;
}

export async function importInto(folder: string, key: SigningKey, file: ExportFile): Promise<Imported | LogProblem> {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  const unfit = unfitFor(folder, header, file);
  if (unfit !== undefined) return unfit;
  let outcome: Imported | LogProblem | undefined;
  const result = await appendTo(
    folder,
    key,
    ({ range, files }) => {
      const compared = compare(range, files, file);
      outcome = Array.isArray(compared) ? undefined : (compared as Imported | LogProblem);
      return Array.isArray(compared) ? (compared as readonly Uint8Array[]) : [];
    },
    { mayRepeat: true },
  );
  if (isProblem(result)) return result;
  if (outcome === undefined) return { kind: "appended", first: result.first, size: result.size, note: result.note };
  return !isProblem(outcome) && outcome.kind === "fork" ? withOurs(folder, outcome) : outcome;
}

/** Lets the checkpoints of another copy count from now on. */
export function trust(folder: string, key: LogKey): Header | LogProblem {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  if (isKnown(key, header)) return header;
  if (key.name !== header.origin) {
    const message = `the key is of ${key.name}, and ${folder} holds ${header.origin}: two logs are not mixed`;
    return { code: "LOG-12", message, help: "name the folder that holds that log", kind: "data" };
  }
  const changed = { ...header, trusted: [...header.trusted, key] };
  try {
    const next = join(folder, `${names.header}.next`);
    const fd = openSync(next, "w", 0o644);
    try {
      writeSync(fd, headerText(changed));
      syncFile(fd, true);
    } finally {
      closeSync(fd);
    }
    renameSync(next, join(folder, names.header));
    syncFolder(folder);
    return changed;
  } catch (thrown) {
    return problemOf(thrown, folder, "written");
  }
}

function unfitFor(folder: string, header: Header, { checkpoint, key }: ExportFile): LogProblem | undefined {
  if (checkpoint.origin !== header.origin) {
    const message = `the export is of ${checkpoint.origin}, and ${folder} holds ${header.origin}: two logs are not mixed`;
    return { code: "LOG-12", message, help: "name the folder that holds that log", kind: "data" };
  }
  if (isKnown(key, header)) return undefined;
  const word = writeLogKey(key, sha256);
  const message = `the export is signed by a key that does not count here: ${word}`;
  const help = `ask whoever sent it whether that is their key, then add --trust '${word}'`;
  return { code: "LOG-17", message, help, kind: "data" };
}

function isKnown(key: LogKey, { key: own, trusted }: Header): boolean {
  return [own, ...trusted].some((each) => isSameHash(each.publicKey, key.publicKey) && each.name === key.name);
}

/** The entries to append, or what else is to be said. */
function compare(range: Range, files: TreeFiles, file: ExportFile): readonly Uint8Array[] | Imported | LogProblem {
  const { from, entries, checkpoint } = file;
  if (from > range.size) {
    const message = `the export begins with entry ${from}, and the log here has ${range.size} entries`;
    return { code: "LOG-14", message, help: `have it exported with --from ${range.size}`, kind: "data" };
  }
  // Only what is as it was signed says anything about the other side.
  if (from === 0 && !isSameHash(rootOf(grown(emptyRange, entries), sha256), checkpoint.root)) return changedFile();
  for (const [at, entry] of entries.entries()) {
    const index = from + at;
    const isOther = index < range.size && !isSameHash(leafHash(entry, sha256), files.hash(storedAt(0, index)));
    if (isOther) return { kind: "fork", entry: index, ours: undefined, theirs: entry };
    if (index >= range.size && !isEntry(entry)) {
      const message = `entry ${index} of the export is no signed statement`;
      return { code: "LOG-09", message, help: "have it exported anew: dscript log export FOLDER", kind: "data" };
    }
  }
  // What lies ahead of the file is what is here, or else the whole does not lead to what the others signed.
  const ahead: Range = { size: from, peaks: peakPlaces(from).map(files.hash) };
  if (from > 0 && !isSameHash(rootOf(grown(ahead, entries), sha256), checkpoint.root))
    return { kind: "fork", entry: from - 1, ours: undefined, theirs: undefined };
  if (checkpoint.size <= range.size) return { kind: "same", size: range.size, behind: range.size - checkpoint.size };
  return entries.slice(range.size - from);
}

function grown(before: Range, entries: readonly Uint8Array[]): Range {
  let range = before;
  for (const entry of entries) range = appended(range, leafHash(entry, sha256), sha256).range;
  return range;
}

function changedFile(): LogProblem {
  const message = "the entries of the export do not lead to the root that was signed: it was changed on its way";
  return { code: "LOG-09", message, help: "have it exported anew: dscript log export FOLDER", kind: "data" };
}

function withOurs(folder: string, fork: Fork): Fork | LogProblem {
  if (fork.theirs === undefined) return fork;
  const log = openLog(folder);
  if (isProblem(log)) return log;
  const ours = log.entry(fork.entry);
  log.close();
  return isProblem(ours) ? ours : { ...fork, ours };
}
