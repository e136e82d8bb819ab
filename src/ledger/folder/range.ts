/** The right edge of a log's tree, as its files have it, or made again from the entries where they are absent or damaged. */

import { existsSync, fstatSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  appended,
  type Checkpoint,
  isSameHash,
  leafHash,
  longestEnvelope,
  type Range,
  rootOf,
} from "../../agreement/index.ts";
import { sha256 } from "../keys/crypto.ts";
import type { LogProblem } from "../problem.ts";
import { isCheckpointLine } from "./checkpoint-line.ts";
import { damagedTree } from "./damaged.ts";
import { names } from "./header.ts";
import { linesOf } from "./lines.ts";
import { createTreeInMemory, openTreeFiles, type TreeFiles, withMore } from "./tree-files.ts";

/** An entry's line, which holds the envelope in its canonical form. */
export const longestLine = 2 * longestEnvelope;

/** The files of a log's tree, and its right edge; what they lack is made of the entries, all of it where they do not lead to the checkpoint. */
export function treeOf(fd: number, folder: string, checkpoint: Checkpoint, mayWrite: boolean): Tree | LogProblem {
  if (mayWrite || [names.hashes, names.ends].every((name) => existsSync(join(folder, name)))) {
    const files = openTreeFiles(folder, mayWrite);
    const tree = caughtUp(fd, files, checkpoint, mayWrite);
    if (tree !== undefined) return tree;
    files.close();
  }
  if (mayWrite) for (const name of [names.hashes, names.ends]) rmSync(join(folder, name), { force: true });
  const files = mayWrite ? openTreeFiles(folder, true) : createTreeInMemory();
  const tree = caughtUp(fd, files, checkpoint, true);
  if (tree !== undefined) return tree;
  files.close();
  return damagedTree(folder);
}

export interface Tree {
  readonly files: TreeFiles;
  readonly range: Range;
}

/** How many entries' hashes are written at once. */
const batch = 50_000;

/** Undefined where the hashes that are kept, with those of the entries behind, do not lead to the checkpoint. */
function caughtUp(fd: number, files: TreeFiles, { size, root }: Checkpoint, mayPut: boolean): Tree | undefined {
  const kept = Math.min(size, files.count());
  let range = files.range(kept);
  if (range === undefined) return undefined;
  let written = kept;
  let made: Uint8Array[] = [];
  let ends: number[] = [];
  const flush = (): void => {
    files.put(written, made, ends);
    [written, made, ends] = [range?.size ?? 0, [], []];
  };
  // What is kept of a larger log that was there before is no way into this file.
  const from = kept === size ? fstatSync(fd).size : files.end(kept - 1);
  for (const line of linesOf(fd, from, fstatSync(fd).size, longestLine)) {
    if (range.size === size || !line.isWhole) break;
    if (isCheckpointLine(line.bytes)) continue;
    const next = appended(range, leafHash(line.bytes, sha256), sha256);
    range = next.range;
    for (const each of next.made) made.push(each);
    ends.push(line.end);
    if (mayPut && ends.length === batch) flush();
  }
  if (mayPut && ends.length > 0) flush();
  if (range.size !== size || !isSameHash(rootOf(range, sha256), root)) return undefined;
  return { range, files: ends.length > 0 ? withMore(files, kept, made, ends) : files };
}
