/** What a writer knows of a log's files between two appends, so that it reads them again only where somebody else wrote. */

import { fstatSync } from "node:fs";
import { appended, type Checkpoint, isSameHash, leafHash, type Range, rootOf } from "../../agreement/index.ts";
import { isCheckpointLine, noteIn } from "../folder/checkpoint-line.ts";
import { damagedTree } from "../folder/damaged.ts";
import { entryAt } from "../folder/entry.ts";
import { type Header, readHeader } from "../folder/header.ts";
import { linesOf } from "../folder/lines.ts";
import { newestOf } from "../folder/newest.ts";
import { longestLine, treeOf } from "../folder/range.ts";
import type { TreeFiles } from "../folder/tree-files.ts";
import { sha256 } from "../keys/crypto.ts";
import { isProblem, type LogProblem } from "../problem.ts";

export interface LogState {
  readonly header: Header;
  readonly files: TreeFiles;
  readonly range: Range;
  readonly note: string;
  /** The byte behind all that a checkpoint is of. */
  readonly end: number;
  /** What the file of entries was when this was known. */
  readonly stamp: string;
}

/** `fd` is the file of entries, which nobody else may write now. */
export function stateOf(fd: number, folder: string): LogState | LogProblem {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  const newest = newestOf(fd, folder, header);
  if (isProblem(newest)) return newest;
  const tree = treeOf(fd, folder, newest.checkpoint, true);
  if (isProblem(tree)) return tree;
  const { files, range } = tree;
  const last = range.size - 1;
  // Behind entries that were moved nothing can be appended; that all others are as they were is for `verify` to say.
  if (last >= 0 && entryAt(fd, last, files) === undefined) {
    files.close();
    return damagedTree(folder);
  }
  const { note } = newest;
  return { header, files, range, note, end: newest.end ?? files.end(last), stamp: stampOf(fd) };
}

/** Bytes that others wrote since; of more, everything is read anew. */
const mostRead = 2 ** 20;

/** What a writer knows, with what others appended since; undefined where that does not follow. */
export function refreshed(fd: number, known: LogState): LogState | undefined {
  const stamp = stampOf(fd);
  if (!known.files.areThere()) return undefined;
  if (stamp === known.stamp) return known;
  const { size, ino } = fstatSync(fd);
  if (String(ino) !== known.stamp.split(" ", 1)[0] || size <= known.end || size - known.end > mostRead)
    return undefined;
  let { range, note } = known;
  for (const { bytes, isWhole, end } of linesOf(fd, known.end, size, longestLine)) {
    if (!isWhole) return undefined;
    if (!isCheckpointLine(bytes)) range = appended(range, leafHash(bytes, sha256), sha256).range;
    // The last one has to be signed, and of all that was read.
    else if (end === size) {
      const found = noteIn(bytes, known.header);
      if (found === undefined || !isOf(found.checkpoint, range)) return undefined;
      note = found.note;
    }
  }
  return note === known.note ? undefined : { ...known, range, end: size, note, stamp };
}

function isOf({ size, root }: Checkpoint, range: Range): boolean {
  return size === range.size && isSameHash(root, rootOf(range, sha256));
}

/** Tells whether the file of entries is another one, or was written to. */
export function stampOf(fd: number): string {
  const { ino, size, mtimeNs } = fstatSync(fd, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
