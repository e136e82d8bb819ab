/** Appends entries to a log: they and the signed checkpoint that is of them go to the disk in one write; only then they count as appended. */

import { closeSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { appended, leafHash, type Range, rootOf, writeCheckpoint } from "../../agreement/index.ts";
import { syncFile } from "../../sinks/index.ts";
import { writeBeside } from "../folder/checkpoint-file.ts";
import { checkpointLine } from "../folder/checkpoint-line.ts";
import { names } from "../folder/header.ts";
import { type TreeFiles, writeWhole } from "../folder/tree-files.ts";
import { sha256 } from "../keys/crypto.ts";
import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import { type LeafTable, openLeafTable } from "./leaf-table.ts";
import { lockFile } from "./lock.ts";
import { alreadyThere, foreignKey, givenTwice, keyTrouble } from "./refused.ts";
import { type LogState, refreshed, stampOf, stateOf } from "./state.ts";
import { tailOf } from "./tail.ts";

export interface Appended {
  /** The index of the first one; the others follow it. */
  readonly first: number;
  readonly size: number;
  /** The checkpoint that holds them, signed. */
  readonly note: string;
  /** What a writer left that was killed: whole entries that are taken up, and bytes of a torn one that were cut off. */
  readonly takenUp: number;
  readonly cutOff: number;
}

/** Gives the entries to append once the log is this writer's: what they are may depend on it. */
export type Choose = (log: ChoiceOf) => readonly Uint8Array[] | LogProblem;

interface ChoiceOf {
  readonly range: Range;
  readonly files: TreeFiles;
  /** The index of an entry that is there already. */
  readonly indexOf: (entry: Uint8Array) => number | undefined;
}

export interface AppendOptions {
  /** What another copy of the log has twice stands here twice, too. */
  readonly mayRepeat?: boolean;
}

/** Appends again and again to one log; between two appends others may write. */
export interface Appender {
  /** All of them or none; nothing is acknowledged that a power cut could take back. */
  readonly append: (choose: Choose, options?: AppendOptions) => Promise<Appended | LogProblem>;
  readonly close: () => void;
}

export async function appendTo(
  folder: string,
  key: SigningKey,
  choose: Choose,
  options?: AppendOptions,
): Promise<Appended | LogProblem> {
  const appender = openAppender(folder, key);
  try {
    return await appender.append(choose, options);
  } finally {
    appender.close();
  }
}

export function openAppender(folder: string, key: SigningKey): Appender {
  let known: LogState | undefined;
  const forget = (): void => {
    known?.files.close();
    known = undefined;
  };
  const commitTo = (fd: number, choose: Choose, { mayRepeat = false }: AppendOptions): Appended | LogProblem => {
    const before = known === undefined ? undefined : refreshed(fd, known);
    if (before === undefined) forget();
    const state = before ?? stateOf(fd, folder);
    if (isProblem(state)) return state;
    known = state;
    const result = commit(fd, { folder, key, choose, mayRepeat, state });
    if (isProblem(result)) return result;
    if (result.state === undefined) forget();
    else known = result.state;
    return result.report;
  };
  return {
    async append(choose, options = {}) {
      const trouble = known === undefined ? keyTrouble(folder, key) : undefined;
      if (trouble !== undefined) return trouble;
      let fd: number | undefined;
      try {
        fd = openSync(join(folder, names.entries), "r+");
        return (await lockFile(fd, folder)) ?? commitTo(fd, choose, options);
      } catch (thrown) {
        forget();
        return problemOf(thrown, folder, "written");
      } finally {
        if (fd !== undefined) closeSync(fd);
      }
    },
    close: forget,
  };
}

interface Commit {
  readonly folder: string;
  readonly key: SigningKey;
  readonly choose: Choose;
  readonly mayRepeat: boolean;
  readonly state: LogState;
}

function commit(
  fd: number,
  { folder, key, choose, mayRepeat, state }: Commit,
): { readonly report: Appended; readonly state: LogState | undefined } | LogProblem {
  const { header, files } = state;
  // It may have changed since it was looked at ahead of the lock.
  if (!Buffer.from(header.key.publicKey).equals(key.publicKey)) return foreignKey(folder);
  const table = openLeafTable(folder, files);
  try {
    return commitWith(table, fd, { folder, key, choose, mayRepeat, state });
  } finally {
    table.close();
  }
}

function commitWith(
  table: LeafTable,
  fd: number,
  { folder, key, choose, mayRepeat, state }: Commit,
): { readonly report: Appended; readonly state: LogState | undefined } | LogProblem {
  const { header, files } = state;
  table.catchUp(state.range.size);
  const tail = tailOf(fd, state.end);
  const grown = grow(state.range, state.end, tail.entries);
  const inTail = new Map(tail.entries.map((entry, at) => [textOf(entry), state.range.size + at]));
  const indexOf = (entry: Uint8Array): number | undefined =>
    table.find(leafHash(entry, sha256)) ?? (inTail.size === 0 ? undefined : inTail.get(textOf(entry)));
  const chosen = choose({ range: grown.range, files, indexOf });
  if (isProblem(chosen)) return chosen;
  const repeated = mayRepeat ? undefined : repeatedIn(chosen, indexOf);
  if (repeated !== undefined) return repeated;
  const whole = grow(grown.range, grown.end, chosen);
  const { range } = whole;
  const report = { first: grown.range.size, size: range.size, takenUp: tail.entries.length, cutOff: tail.torn };
  if (range.size === state.range.size) return { report: { ...report, note: state.note }, state };
  const checkpoint = { origin: header.origin, size: range.size, root: rootOf(range, sha256) };
  const note = writeCheckpoint(checkpoint, { ...header.key, sign: key.sign }, sha256);
  const line = checkpointLine(note);
  // Ahead of the record: a writer that is killed in between leaves hashes too many, which harm nobody.
  files.put(state.range.size, [...grown.made, ...whole.made], [...grown.ends, ...whole.ends]);
  try {
    if (tail.torn > 0) ftruncateSync(fd, grown.end);
    writeRecord(fd, chosen, line, grown.end);
  } catch (thrown) {
    // What was not acknowledged is not to stand there.
    ftruncateSync(fd, grown.end);
    throw thrown;
  }
  const stamp = stampOf(fd);
  try {
    writeBeside(folder, note, range.size);
    table.catchUp(range.size);
    return { report: { ...report, note }, state: { ...state, range, note, end: whole.end + line.length, stamp } };
  } catch {
    // The entries are there, and so is their checkpoint.
    return { report: { ...report, note }, state: undefined };
  }
}

function textOf(entry: Uint8Array): string {
  return Buffer.from(entry.buffer, entry.byteOffset, entry.length).toString("latin1");
}

/** The first one that is there already, or is given twice. */
function repeatedIn(
  entries: readonly Uint8Array[],
  indexOf: (entry: Uint8Array) => number | undefined,
): LogProblem | undefined {
  const given = new Set<string>();
  for (const entry of entries) {
    const index = indexOf(entry);
    if (index !== undefined) return alreadyThere(index);
    const text = textOf(entry);
    if (given.has(text)) return givenTwice();
    given.add(text);
  }
  return undefined;
}

const newline = Buffer.of(10);
/** Bytes that a file system has on disk together: of more, a power cut may leave the end without what is ahead of it. */
const mostAtOnce = 64 * 1024;

/** When this returns, the entries are on disk, and the checkpoint behind them. */
function writeRecord(fd: number, entries: readonly Uint8Array[], line: Uint8Array, from: number): void {
  const bytes = Buffer.concat(entries.flatMap((entry) => [entry, newline]));
  if (bytes.length <= mostAtOnce) writeWhole(fd, Buffer.concat([bytes, line]), from);
  else {
    writeWhole(fd, bytes, from);
    syncFile(fd, false);
    writeWhole(fd, line, from + bytes.length);
  }
  syncFile(fd, false);
}

interface Grown {
  readonly range: Range;
  readonly end: number;
  readonly made: readonly Uint8Array[];
  readonly ends: readonly number[];
}

function grow(before: Range, from: number, entries: readonly Uint8Array[]): Grown {
  const made: Uint8Array[] = [];
  const ends: number[] = [];
  let [range, end] = [before, from];
  for (const entry of entries) {
    const next = appended(range, leafHash(entry, sha256), sha256);
    range = next.range;
    made.push(...next.made);
    end += entry.length + 1;
    ends.push(end);
  }
  return { range, end, made, ends };
}
