/** Faults of file systems in a world: what is laid over a path so that it is full, has no inodes, or is read-only. */

import { mkdirSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Namespaces } from "../../runtime/index.ts";
import { folderWithin, layOver, mountFlags, must, type Root, WorldTrouble } from "../../sandbox/index.ts";
import type { Cover } from "./world.ts";

const page = 4096;

export function layCover(calls: Namespaces, root: Root, scratch: string, cover: Cover, isLocked: boolean): void {
  const { path, how } = cover;
  if (path === "/") return coverAll(calls, root, scratch, cover);
  const target = placeOf(root.path, path);
  if (how === "read-only") {
    must(calls.mount(target, target, "", mountFlags.bind, ""), `${path} cannot be bound`);
    return makeReadOnly(calls, target, path);
  }
  const folder = root.spare();
  // Sizes come last: the overlay itself needs a few entries.
  must(calls.mount("dscript", folder, "tmpfs", 0, `size=${2 ** 20},mode=755`), "no memory for a file system");
  const inner = layOver(calls, { lower: target, target, folder, isLocked });
  // Overlays stack two deep: where the host is one itself, its own folder is what lies below.
  const errno = inner === null ? null : layAgain(calls, path, target, join(folder, "again"), isLocked);
  must(errno, `nothing can be laid over ${path}`);
  fill(calls, folder, cover);
}

function layAgain(calls: Namespaces, lower: string, target: string, folder: string, isLocked: boolean): string | null {
  if (statSync(lower, { throwIfNoEntry: false })?.isDirectory() !== true) return "ENOENT";
  mkdirSync(folder);
  return layOver(calls, { lower, target, folder, isLocked });
}

/** All that can be written lies in the world's memory. */
function coverAll(calls: Namespaces, root: Root, scratch: string, cover: Cover): void {
  if (cover.how !== "read-only") return fill(calls, scratch, cover);
  for (const overlay of root.overlays) makeReadOnly(calls, overlay, overlay.slice(root.path.length) || "/");
}

function makeReadOnly(calls: Namespaces, target: string, path: string): void {
  must(
    calls.mount("", target, "", mountFlags.bind | mountFlags.remount | mountFlags.readOnly, ""),
    `${path} cannot be made read-only`,
  );
}

/** Leaves a file system so many bytes, or no inode. */
function fill(calls: Namespaces, folder: string, { how, bytes }: Cover): void {
  const { blocks, bfree, bsize, files, ffree } = statfsSync(folder);
  if (how === "no-inodes") {
    must(calls.mount("", folder, "", mountFlags.remount, `nr_inodes=${Math.max(1, files - ffree)}`), "inodes stay");
    return;
  }
  const used = (blocks - bfree) * bsize;
  // A size of nothing would be no limit: one page more, which is used up.
  const size = used + Math.ceil(bytes / page) * page + page;
  must(calls.mount("", folder, "", mountFlags.remount, `size=${size}`), "a file system keeps its size");
  writeFileSync(join(folder, "full"), Buffer.alloc(page));
}

function placeOf(root: string, path: string): string {
  try {
    return folderWithin(root, path);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    throw new WorldTrouble(`${path} is no folder of the world: ${code}`);
  }
}
