/** A log opened to be read: its newest checkpoint, any entry, and its tree. */

import { closeSync, fstatSync, openSync } from "node:fs";
import { join } from "node:path";
import { isSameHash, type Range, type SignedCheckpoint, type TreeView } from "../../agreement/index.ts";
import { sha256 } from "../keys/crypto.ts";
import { isProblem, type LogProblem, problemOf } from "../problem.ts";
import { isCheckpointLine } from "./checkpoint-line.ts";
import { changedEntry } from "./damaged.ts";
import { entryAt } from "./entry.ts";
import { type Header, names, readHeader } from "./header.ts";
import { linesOf } from "./lines.ts";
import { newestOf, settle } from "./newest.ts";
import { longestLine, treeOf } from "./range.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface OpenLog {
  readonly folder: string;
  readonly header: Header;
  readonly checkpoint: SignedCheckpoint;
  /** The checkpoint as it is signed. */
  readonly note: string;
  readonly range: Range;
  readonly tree: TreeView;
  /** The hashes beside the entries, which nobody signed. */
  readonly files: TreeFiles;
  /** The line of an entry, without its newline; a problem where it is not what was appended. */
  readonly entry: (index: number) => Uint8Array | LogProblem;
  /** The lines of the entries from one on, in one pass: unchecked, and none where the kept places do not lead there. */
  readonly lines: (from: number) => Iterable<Uint8Array>;
  readonly close: () => void;
}

/** `settled`: a root that was on disk when it was read before; of another one it is waited for. */
export function openLog(folder: string, settled?: Uint8Array): OpenLog | LogProblem {
  const header = readHeader(folder);
  if (isProblem(header)) return header;
  let fd: number | undefined;
  let isKept = false;
  try {
    fd = openSync(join(folder, names.entries), "r");
    const log = withTree(fd, folder, header, settled);
    isKept = !isProblem(log);
    return log;
  } catch (thrown) {
    return problemOf(thrown, folder, "read");
  } finally {
    if (fd !== undefined && !isKept) closeSync(fd);
  }
}

function withTree(fd: number, folder: string, header: Header, settled?: Uint8Array): OpenLog | LogProblem {
  const newest = newestOf(fd, folder, header);
  if (isProblem(newest)) return newest;
  const { checkpoint, note } = newest;
  if (settled === undefined || !isSameHash(settled, checkpoint.root)) settle(fd);
  const found = treeOf(fd, folder, checkpoint, false);
  if (isProblem(found)) return found;
  const { files, range } = found;
  return {
    ...{ folder, header, checkpoint, note, range, files },
    tree: { size: checkpoint.size, read: files.hash, hashOf: sha256 },
    entry: (index) => entryAt(fd, index, files) ?? changedEntry(folder, index),
    lines: (from) => linesFrom(fd, files.end(from - 1)),
    close() {
      files.close();
      closeSync(fd);
    },
  };
}

function* linesFrom(fd: number, from: number): Generator<Uint8Array> {
  for (const { bytes, isWhole } of linesOf(fd, from, fstatSync(fd).size, longestLine))
    if (isWhole && !isCheckpointLine(bytes)) yield bytes;
}
