/** The right edge of a log's tree, as its files have it, or made again from the entries where they are absent or damaged. */

import { closeSync, existsSync, fstatSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  appended,
  type Checkpoint,
  emptyRange,
  isSameHash,
  leafHash,
  longestEnvelope,
  type Range,
  rootOf,
} from "../../agreement/index.ts";
import { sha256 } from "../keys/crypto.ts";
import type { LogProblem } from "../problem.ts";
import { damagedTree } from "./damaged.ts";
import { names } from "./header.ts";
import { linesOf } from "./lines.ts";
import { createTreeInMemory, openTreeFiles, type TreeFiles } from "./tree-files.ts";

/** An entry's line, which holds the envelope in its canonical form. */
export const longestLine = 2 * longestEnvelope;

/** The files of a log's tree, and its right edge; they are made again where they do not lead to the checkpoint. */
export function treeOf(
  folder: string,
  checkpoint: Checkpoint,
  mayWrite: boolean,
): { readonly files: TreeFiles; readonly range: Range } | LogProblem {
  if (mayWrite || [names.hashes, names.ends].every((name) => existsSync(join(folder, name)))) {
    const files = openTreeFiles(folder, mayWrite);
    const range = rangeIn(files, checkpoint);
    if (range !== undefined) return { files, range };
    files.close();
  }
  return rebuilt(folder, checkpoint, mayWrite);
}

function rangeIn(files: TreeFiles, { size, root }: Checkpoint): Range | undefined {
  const range = files.range(size);
  return range !== undefined && isSameHash(rootOf(range, sha256), root) ? range : undefined;
}

/** How many entries' hashes are written at once. */
const batch = 50_000;

/** Whoever may not write, or holds no lock, has them in memory. */
function rebuilt(
  folder: string,
  checkpoint: Checkpoint,
  mayWrite: boolean,
): { readonly files: TreeFiles; readonly range: Range } | LogProblem {
  if (mayWrite) for (const name of [names.hashes, names.ends]) rmSync(join(folder, name), { force: true });
  const files = mayWrite ? openTreeFiles(folder, true) : createTreeInMemory();
  let range = emptyRange;
  let written = 0;
  let made: Uint8Array[] = [];
  let ends: number[] = [];
  const flush = (): void => {
    files.put(written, made, ends);
    [written, made, ends] = [range.size, [], []];
  };
  const fd = openSync(join(folder, names.entries), "r");
  try {
    for (const line of linesOf(fd, 0, fstatSync(fd).size, longestLine)) {
      if (range.size === checkpoint.size || !line.isWhole) break;
      const next = appended(range, leafHash(line.bytes, sha256), sha256);
      range = next.range;
      made.push(...next.made);
      ends.push(line.end);
      if (ends.length === batch) flush();
    }
    flush();
  } finally {
    closeSync(fd);
  }
  if (range.size === checkpoint.size && isSameHash(rootOf(range, sha256), checkpoint.root)) return { files, range };
  files.close();
  return damagedTree(folder);
}
