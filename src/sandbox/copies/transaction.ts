/** Trees that are changed in place, with a copy of them beside each: it takes their place again where they are to be as they were. */

import { mkdirSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import type { Journal } from "../atomic/journal.ts";
import { inside, statusOf } from "../atomic/look.ts";
import { exchange, moveTo, syncFileSystem } from "../atomic/system.ts";
import type { Tree } from "../atomic/tree.ts";
import { NoCopy, type Saved, saveTree } from "./save.ts";

/** Where the copy of a tree lies. */
function copyOf({ hidden }: Pick<Tree, "hidden">): string {
  return inside(hidden, "copy");
}

/** Copies the trees, and has the copies on the disk; from then on a kill brings them back. */
export function saveTrees(
  trees: readonly Tree[],
  journal: Journal,
): { readonly saved: Saved; readonly inodes: readonly string[] } {
  const all: Saved = { files: 0, bytes: 0n, isShared: true };
  for (const tree of trees) {
    mkdirSync(nameOf(tree.hidden), { mode: 0o700 });
    const { files, bytes, isShared } = saveTree(tree.lower, copyOf(tree));
    all.files += files;
    all.bytes += bytes;
    all.isShared &&= isShared;
  }
  for (const { hidden } of trees) syncFileSystem(hidden);
  const inodes = trees.map((tree) => inodeOf(copyOf(tree)));
  if (inodes.includes("")) throw new NoCopy(trees[0]?.lower ?? "", "a copy is gone", "try again");
  journal.write({ kind: "copied", inodes });
  return { saved: all, inodes };
}

/** Has the copies take the trees' places; doing it again does no harm. */
export function restoreTrees(trees: readonly Tree[], inodes: readonly string[]): void {
  // The engine may have been started within.
  const directory = directoryOf();
  for (const [index, tree] of trees.entries()) {
    const copy = copyOf(tree);
    if (inodeOf(copy) !== inodes[index]) continue;
    if (statusOf(tree.lower) === undefined) moveTo(copy, tree.lower);
    else exchange(copy, tree.lower);
  }
  for (const { hidden } of trees) if (statusOf(hidden) !== undefined) syncFileSystem(hidden);
  if (directory !== undefined && statusOf(directory) !== undefined) process.chdir(directory);
}

function directoryOf(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

function inodeOf(path: string): string {
  return String(statusOf(path)?.ino ?? "");
}
