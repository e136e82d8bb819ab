/** Having files and folders on their disk; together that costs little more than for one. */

import { closeSync, fsync, openSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import { syncFileSystem } from "./system.ts";

/** From so many on, the whole file system is quicker. */
const many = 100;

/** `folder` lies on their file system. What is gone meanwhile is passed over. */
export async function syncAll(paths: readonly string[], folder: string): Promise<void> {
  if (paths.length >= many) return syncFileSystem(folder);
  await Promise.all(paths.map(sync));
}

/** One of them. */
export function sync(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let fd: number;
    try {
      fd = openSync(nameOf(path), "r");
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return resolve();
      return reject(thrown);
    }
    fsync(fd, (error) => {
      closeSync(fd);
      if (error === null) resolve();
      else reject(error);
    });
  });
}
