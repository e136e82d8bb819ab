/** Having files and folders on their disk; together that costs little more than for one. */

import { closeSync, fsync, openSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import { startWriting, syncFileSystem } from "./system.ts";

/** From so many on, the whole file system is quicker. */
const many = 100;

/** `folder` lies on their file system. What is gone meanwhile is passed over. */
export async function syncAll(paths: readonly string[], folder: string): Promise<void> {
  if (paths.length >= many) return syncFileSystem(folder);
  const opened: number[] = [];
  try {
    for (const path of paths) {
      const fd = openThere(path);
      if (fd !== undefined) opened.push(fd);
    }
  } catch (thrown) {
    opened.forEach(closeSync);
    throw thrown;
  }
  // All are on their way ahead of the first wait: they get there in one go.
  if (opened.length > 1) opened.forEach(startWriting);
  await Promise.all(opened.map(syncOpen));
}

/** One of them. */
export async function sync(path: string): Promise<void> {
  const fd = openThere(path);
  if (fd !== undefined) await syncOpen(fd);
}

function openThere(path: string): number | undefined {
  try {
    return openSync(nameOf(path), "r");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw thrown;
  }
}

/** Closes it, too. */
function syncOpen(fd: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(fd, (error) => {
      closeSync(fd);
      if (error === null) resolve();
      else reject(error);
    });
  });
}
