/** The smallest folders that hold all changes, and can be written apart. */

import { isBelow } from "../../runtime/index.ts";
import { folderOf, type Mounted, mountedHere } from "../../sandbox/index.ts";
import type { SealedChange } from "../difference/format.ts";
import { freshFolders } from "./verify.ts";

/** A folder in which nothing can be written apart, and why. */
interface Inseparable {
  readonly path: string;
  readonly why: string;
}

/** Their paths. */
export function treesOf(
  changes: readonly SealedChange[],
  mounts: readonly Mounted[] = mountedHere(),
): readonly string[] | Inseparable {
  const fresh = freshFolders(changes);
  const folders = new Set<string>();
  for (const { path, from, kind, type } of changes) {
    const itself = type === "folder" && (kind === "attributes" || kind === "times");
    if (!fresh.some((folder) => path !== folder && isBelow(path, folder))) folders.add(itself ? path : folderOf(path));
    if (from !== undefined) folders.add(folderOf(from));
  }
  const groups = new Map<string, string[]>();
  for (const folder of folders) {
    const mount = mounts.findLast((each) => isBelow(folder, each.path))?.path ?? "/";
    groups.set(mount, [...(groups.get(mount) ?? []), folder]);
  }
  const trees: string[] = [];
  for (const group of groups.values()) {
    const found = split(group, mounts);
    if ("why" in found) return found;
    trees.push(...found);
  }
  return trees.sort();
}

function split(folders: readonly string[], mounts: readonly Mounted[]): readonly string[] | Inseparable {
  const top = commonFolder(folders);
  const isMount = top === "/" || mounts.some(({ path }) => path === top);
  const within = mounts.find(({ path }) => path !== top && isBelow(path, top));
  if (!isMount && within === undefined) return [top];
  if (folders.includes(top))
    return {
      path: top,
      why: isMount
        ? "a file system is mounted there, and its topmost folder cannot be written apart"
        : `another file system is mounted within it, at ${within?.path ?? ""}`,
    };
  const parts = new Map<string, string[]>();
  for (const folder of folders) {
    const next = folder.slice(top === "/" ? 1 : top.length + 1).split("/", 1)[0] ?? "";
    parts.set(next, [...(parts.get(next) ?? []), folder]);
  }
  const trees: string[] = [];
  for (const part of parts.values()) {
    const found = split(part, mounts);
    if ("why" in found) return found;
    trees.push(...found);
  }
  return trees;
}

function commonFolder(folders: readonly string[]): string {
  let [common = "/"] = folders;
  for (const folder of folders) while (!isBelow(folder, common)) common = folderOf(common);
  return common;
}
