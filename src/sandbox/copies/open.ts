/** Opening trees by copying them: where no overlay can be had, the promise is the same, and costs more. */

import { statfsSync } from "node:fs";
import { isBelow, nameOf, type RefusedTrees, type RunTrees, tryLockFile } from "../../runtime/index.ts";
import { Journal } from "../atomic/journal.ts";
import { folderOf } from "../atomic/look.ts";
import { syncFileSystem } from "../atomic/system.ts";
import { hiddenFor, removeTrees, type Tree } from "../atomic/tree.ts";
import { NoCopy, type Saved } from "./save.ts";
import { restoreTrees, saveTrees } from "./transaction.ts";

/** `why` no overlay can be had: a part of a sentence. */
export async function openCopies(
  paths: readonly string[],
  folder: string,
  why: string,
  locks: boolean,
): Promise<RunTrees | RefusedTrees> {
  const trees: readonly Tree[] = paths.map((lower) => ({ lower, hidden: hiddenFor(lower), since: "0" }));
  const journal = Journal.create(folder);
  if (locks) await tryLockFile(journal.fd);
  journal.begin({ kind: "opened", version: 1, trees });
  await journal.known();
  await journal.settle();
  const end = (): void => {
    removeTrees(trees);
    journal.remove();
  };
  let saved: Saved;
  let inodes: readonly string[];
  try {
    ({ saved, inodes } = saveTrees(trees, journal));
  } catch (thrown) {
    end();
    return refusalOf(paths, thrown);
  }
  return {
    paths,
    namespace: null,
    costs: costsOf(paths, saved, why),
    stillInside: () => [],
    async commit({ keeps }) {
      for (const { hidden } of trees) syncFileSystem(hidden);
      journal.write({ kind: keeps ? "kept" : "stays" });
      return null;
    },
    async takeBack() {
      journal.write({ kind: "back" });
      restoreTrees(trees, inodes);
      end();
      return [];
    },
    async forget() {
      journal.write({ kind: "stays" });
      end();
    },
  };
}

function costsOf(paths: readonly string[], { files, bytes, isShared }: Saved, why: string): string {
  const size = isShared ? "sharing their blocks" : `${bytes} bytes`;
  return `${paths.join(", ")} cannot be written apart (${why}): ${files} files were copied ahead (${size}), and others see what changes at once`;
}

function refusalOf(paths: readonly string[], thrown: unknown): RefusedTrees {
  if (thrown instanceof NoCopy) return { path: nearest(paths, thrown.path), reason: thrown.message, next: thrown.next };
  const { code, path = paths[0] ?? "" } = thrown as { code?: string; path?: string };
  if (code === undefined) throw thrown;
  const of = nearest(paths, path);
  if (code === "ENOSPC" || code === "EDQUOT") {
    const { bavail, bsize } = statfsSync(nameOf(folderOf(of)));
    return {
      ...{ path: of, reason: `there is no room for a copy of ${of}: ${bavail * bsize} bytes are free` },
      ...{ next: "make room, or name a smaller folder", errno: code },
    };
  }
  const reason = `${of} cannot be copied ahead: ${path} is refused (${code})`;
  return { path: of, reason, next: "look at the rights of its files, and of the folder around it", errno: code };
}

/** The tree that a path belongs to. */
function nearest(paths: readonly string[], path: string): string {
  return paths.find((each) => isBelow(path, each)) ?? paths[0] ?? path;
}
