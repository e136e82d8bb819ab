/** What a writer knows of a log's files between two appends, so that it reads them again only where somebody else wrote. */

import { fstatSync } from "node:fs";
import type { Range } from "../../agreement/index.ts";
import { damagedTree } from "../folder/damaged.ts";
import { entryAt } from "../folder/entry.ts";
import { type Header, readHeader } from "../folder/header.ts";
import { newestOf } from "../folder/newest.ts";
import { treeOf } from "../folder/range.ts";
import type { TreeFiles } from "../folder/tree-files.ts";
import { isProblem, type LogProblem } from "../problem.ts";

export interface LogState {
  readonly header: Header;
  readonly files: TreeFiles;
  readonly range: Range;
  readonly note: string;
  /** The byte behind all that a checkpoint is of. */
  readonly end: number;
  readonly place: number | undefined;
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
  const { note, place } = newest;
  return { header, files, range, note, place, end: newest.end ?? files.end(last), stamp: stampOf(fd) };
}

/** Tells whether the file of entries is another one, or was written to. */
export function stampOf(fd: number): string {
  const { ino, size, mtimeNs } = fstatSync(fd, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
