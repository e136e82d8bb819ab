/** The journal of a run, made with its first entry: what announces something is on disk before that is begun. */

import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DatedEntry, errnoByName, type Journal, type JournalEntry, JournalTrouble } from "../../records/index.ts";
import { tryLockFile } from "../../runtime/index.ts";
import { syncFolder } from "../../sinks/index.ts";
import type { RunState } from "../state.ts";
import { mark, unmark } from "../unfinished-marks.ts";
import type { Header } from "./header.ts";
import { encodeLine } from "./line.ts";
import { isRoot, journalName, type KnownJournal, openPlans } from "./read.ts";

export interface RunJournal extends Journal {
  /** At the run's end: whether a plan of it stays unfinished. */
  readonly close: () => boolean;
}

export interface JournalRequest {
  readonly state: RunState;
  readonly header: () => Header;
  /** Of a run that is resumed. */
  readonly earlier?: KnownJournal & { readonly fd: number; readonly takesBack: string | null };
}

/** Nothing is opened ahead of the first entry. */
export function createJournal({ state, header, earlier }: JournalRequest): RunJournal {
  const byKey = new Map<string, DatedEntry[]>();
  for (const each of earlier?.entries ?? []) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each]);
  const open = new Set((earlier === undefined ? [] : openPlans(earlier.entries)).map(({ key }) => key));
  let file = earlier === undefined ? undefined : { fd: earlier.fd, length: earlier.length };
  return {
    takesBack: earlier?.takesBack ?? null,
    recall: (key) => byKey.get(key) ?? [],
    write(entry) {
      file ??= begin(state, header());
      append(file, encodeLine({ ...entry, at: Date.now() }), announces.has(entry.do));
      noteOpen(open, entry);
    },
    close() {
      if (file === undefined) return false;
      closeSync(file.fd);
      const root = state.root();
      if (open.size === 0 && root !== undefined) unmark(root, state.runId);
      return open.size > 0;
    },
  };
}

// What has happened reaches the disk with what is announced next: a kill loses nothing of it, and a power cut leaves a step
// that is examined as one in flight is.
const announces: ReadonlySet<JournalEntry["do"]> = new Set(["task", "again", "undo", "answer", "ended"]);

function noteOpen(open: Set<string>, entry: JournalEntry): void {
  if (isRoot(entry)) open.add(entry.key);
  if (entry.do === "ended") open.delete(entry.key);
}

interface OpenFile {
  readonly fd: number;
  length: number;
}

function begin(state: RunState, header: Header): OpenFile {
  const folder = state.folder();
  const root = state.root();
  if (folder === undefined || root === undefined)
    throw new JournalTrouble("the run's journal cannot be kept: no state folder can be written");
  try {
    mark(root, state.runId);
    const file = { fd: openSync(join(folder, journalName), "wx", 0o600), length: 0 };
    void tryLockFile(file.fd);
    append(file, encodeLine(header), false);
    fsyncSync(file.fd);
    syncFolder(folder);
    syncFolder(dirname(folder));
    return file;
  } catch (thrown) {
    throw troubleOf(thrown);
  }
}

/** All of a line or nothing of it. */
function append(file: OpenFile, line: string, isSynced: boolean): void {
  const bytes = Buffer.from(line);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file.fd, bytes, at, bytes.length - at, file.length + at);
    if (isSynced) fdatasyncSync(file.fd);
    file.length += bytes.length;
  } catch (thrown) {
    cutOff(file);
    throw troubleOf(thrown);
  }
}

function cutOff({ fd, length }: OpenFile): void {
  try {
    ftruncateSync(fd, length);
  } catch {
    // Its checksum tells a torn line, too.
  }
}

function troubleOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !("code" in thrown)) return thrown;
  const code = String(thrown.code);
  return new JournalTrouble(`the run's journal cannot be written: ${errnoByName(code)?.text ?? code}`);
}
