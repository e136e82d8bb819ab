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
import { type Appended, type Appender, openAppender } from "../write/append.ts";
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

/** Entries that are appended at once: each such part is on disk before the next one is read. */
const part = 5000;

export async function importInto(folder: string, key: SigningKey, file: ExportFile): Promise<Imported | LogProblem> {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  const unfit = unfitFor(folder, header, file);
  if (unfit !== undefined) return unfit;
  const appender = openAppender(folder, key);
  try {
    let plan: Plan | Imported | LogProblem | undefined;
    const looked = await appender.append(({ range, files }) => {
      plan = compare(range, files, file);
      return [];
    });
    if (isProblem(looked)) return looked;
    if (plan !== undefined && "leaves" in plan) return await appendAll(appender, plan, file);
    if (plan === undefined || isProblem(plan)) return plan ?? changedFile();
    return plan.kind === "fork" ? withOurs(folder, plan) : plan;
  } catch (thrown) {
    return problemOf(thrown, folder, "written");
  } finally {
    appender.close();
  }
}

/** What is to be appended: by its hashes, so that a file which changes meanwhile is found out. */
interface Plan {
  readonly first: number;
  readonly leaves: readonly Uint8Array[];
}

async function appendAll(
  appender: Appender,
  { first, leaves }: Plan,
  file: ExportFile,
): Promise<Imported | LogProblem> {
  let appendedSoFar: Appended | undefined;
  let entries: Uint8Array[] = [];
  let index = file.from;
  let next = first;
  for (const entry of file.entries) {
    if (index >= first) entries.push(entry);
    index += 1;
    if (entries.length === 0 || (entries.length < part && index < first + leaves.length)) continue;
    const from = next;
    const isSame = entries.every((each, at) => isSameHash(leafHash(each, sha256), leaves[from - first + at] ?? each));
    if (!isSame) return changedFile();
    const chosen = entries;
    const result = await appender.append(
      // Another process that appended meanwhile has made a fork of it, which the next import shows.
      ({ range }) => (range.size === from ? chosen : appendedMeanwhile()),
      { mayRepeat: true },
    );
    if (isProblem(result)) return result;
    appendedSoFar = result;
    next += entries.length;
    entries = [];
  }
  if (appendedSoFar === undefined || next < first + leaves.length) return changedFile();
  return { kind: "appended", first, size: appendedSoFar.size, note: appendedSoFar.note };
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
function compare(range: Range, files: TreeFiles, file: ExportFile): Plan | Imported | LogProblem {
  const { from, entries, checkpoint } = file;
  if (from > range.size) {
    const message = `the export begins with entry ${from}, and the log here has ${range.size} entries`;
    return { code: "LOG-14", message, help: `have it exported with --from ${range.size}`, kind: "data" };
  }
  const leaves: Uint8Array[] = [];
  let theirs: Range = from === 0 ? emptyRange : { size: from, peaks: peakPlaces(from).map(files.hash) };
  let found: Fork | LogProblem | undefined;
  for (const entry of entries) {
    const index = theirs.size;
    const leaf = leafHash(entry, sha256);
    theirs = appended(theirs, leaf, sha256).range;
    if (found !== undefined) continue;
    if (index >= range.size) {
      leaves.push(leaf);
      if (!isEntry(entry)) {
        const message = `entry ${index} of the export is no signed statement`;
        found = { code: "LOG-09", message, help: "have it exported anew: dscript log export FOLDER", kind: "data" };
      }
    } else if (!isSameHash(leaf, files.hash(storedAt(0, index))))
      found = { kind: "fork", entry: index, ours: undefined, theirs: entry };
  }
  const isSigned = isSameHash(rootOf(theirs, sha256), checkpoint.root);
  // Only what is as it was signed says anything about the other side.
  if (from === 0 && !isSigned) return changedFile();
  if (found !== undefined) return found;
  // What lies ahead of the file is what is here, or else the whole does not lead to what the others signed.
  if (!isSigned) return { kind: "fork", entry: from - 1, ours: undefined, theirs: undefined };
  if (checkpoint.size <= range.size) return { kind: "same", size: range.size, behind: range.size - checkpoint.size };
  return { first: range.size, leaves };
}

function changedFile(): LogProblem {
  const message = "the entries of the export do not lead to the root that was signed: it was changed on its way";
  return { code: "LOG-09", message, help: "have it exported anew: dscript log export FOLDER", kind: "data" };
}

function appendedMeanwhile(): LogProblem {
  const message = "another process appended to the log meanwhile";
  return { code: "LOG-10", message, help: "import the file again", kind: "busy" };
}

function withOurs(folder: string, fork: Fork): Fork | LogProblem {
  if (fork.theirs === undefined) return fork;
  const log = openLog(folder);
  if (isProblem(log)) return log;
  const ours = log.entry(fork.entry);
  log.close();
  return isProblem(ours) ? ours : { ...fork, ours };
}
