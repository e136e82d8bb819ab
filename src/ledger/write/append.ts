/** Appends entries to a log: on disk first, then in its tree, then signed; only then they count as appended. */

import { closeSync, fstatSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { appended, leafHash, type Range, readEnvelope, rootOf, writeCheckpoint } from "../../agreement/index.ts";
import { syncFile } from "../../sinks/index.ts";
import { readNewest, writeNewest } from "../folder/checkpoint-file.ts";
import { damagedTree } from "../folder/damaged.ts";
import { entryAt } from "../folder/entry.ts";
import { type Header, names, readHeader } from "../folder/header.ts";
import { linesOf } from "../folder/lines.ts";
import { longestLine, treeOf } from "../folder/range.ts";
import { type TreeFiles, writeWhole } from "../folder/tree-files.ts";
import { sha256 } from "../keys/crypto.ts";
import type { SigningKey } from "../keys/key-file.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import { lockEntries } from "./lock.ts";

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
export type Choose = (log: { readonly range: Range; readonly files: TreeFiles }) => readonly Uint8Array[] | LogProblem;

/** All of them or none; nothing is acknowledged that a power cut could take back. */
export async function appendTo(folder: string, key: SigningKey, choose: Choose): Promise<Appended | LogProblem> {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  const isOwn = Buffer.from(header.key.publicKey).equals(key.publicKey);
  if (!isOwn) return foreignKey(folder);
  let fd: number | undefined;
  try {
    fd = openSync(join(folder, names.entries), "r+");
    return (await lockEntries(fd, folder)) ?? commit(fd, { folder, header, key, choose });
  } catch (thrown) {
    return problemOf(thrown, folder, "written");
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

interface Commit {
  readonly folder: string;
  readonly header: Header;
  readonly key: SigningKey;
  readonly choose: Choose;
}

function commit(fd: number, { folder, header, key, choose }: Commit): Appended | LogProblem {
  const newest = readNewest(folder, header);
  if (isProblem(newest)) return newest;
  const tree = treeOf(folder, newest.checkpoint, true);
  if (isProblem(tree)) return tree;
  const { files } = tree;
  try {
    const end = files.end(tree.range.size - 1);
    const last = tree.range.size - 1;
    // Behind entries that were moved nothing can be appended; that all others are as they were is for `verify` to say.
    if (last >= 0 && entryAt(fd, last, files) === undefined) return damagedTree(folder);
    const tail = tailOf(fd, end);
    const grown = grow(tree.range, end, tail.entries);
    const chosen = choose({ range: grown.range, files });
    if (isProblem(chosen)) return chosen;
    const whole = grow(grown.range, grown.end, chosen);
    const { size } = whole.range;
    const report = { first: grown.range.size, size, takenUp: tail.entries.length, cutOff: tail.torn };
    if (size === tree.range.size) return { ...report, note: newest.note };
    const checkpoint = { origin: header.origin, size, root: rootOf(whole.range, sha256) };
    const note = writeCheckpoint(checkpoint, { ...header.key, sign: key.sign }, sha256);
    try {
      ftruncateSync(fd, grown.end);
      writeWhole(fd, Buffer.concat(chosen.flatMap((entry) => [entry, newline])), grown.end);
      syncFile(fd, false);
      files.put(tree.range.size, [...grown.made, ...whole.made], [...grown.ends, ...whole.ends]);
    } catch (thrown) {
      // What was not acknowledged is not to stand there.
      ftruncateSync(fd, grown.end);
      throw thrown;
    }
    // From here on the entries stay: of a checkpoint whose writing failed nobody knows whether it is on disk.
    writeNewest(folder, note, newest.place);
    return { ...report, note };
  } finally {
    files.close();
  }
}

const newline = Buffer.of(10);

/** What stands behind the entries of the checkpoint: a writer was killed between the two. */
function tailOf(fd: number, from: number): { readonly entries: readonly Uint8Array[]; readonly torn: number } {
  const entries: Uint8Array[] = [];
  const { size } = fstatSync(fd);
  let end = from;
  for (const line of linesOf(fd, from, size, longestLine)) {
    if (!line.isWhole || !isEntry(line.bytes)) break;
    entries.push(line.bytes);
    end = line.end;
  }
  return { entries, torn: size - end };
}

/** Whether these bytes are what `append` writes of an envelope. */
export function isEntry(bytes: Uint8Array): boolean {
  const reading = readEnvelope(bytes);
  return reading.ok && Buffer.from(reading.envelope.text).equals(bytes);
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

function foreignKey(folder: string): LogProblem {
  const message = `the key is not the one that signs ${folder}`;
  return { code: "LOG-07", message, help: `${folder}/${names.key} is that key`, kind: "words" };
}
