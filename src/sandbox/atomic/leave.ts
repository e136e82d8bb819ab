/** Removing a tree by the threads that wait for files: an unlink has its file system let go of blocks, and whoever asks goes on meanwhile. */

import { chmodSync, lstatSync, readdirSync, rmdir, unlink } from "node:fs";
import { nameOf } from "../../runtime/index.ts";

/** Links are removed, not followed, and what is gone already is no failure. */
export function removeMeanwhile(path: string): Promise<void> {
  return remove(Buffer.from(nameOf(path)));
}

/** So many names of a folder are on their way at a time. */
const together = 64;

async function remove(path: Buffer): Promise<void> {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined) return;
  if (!status.isDirectory()) return gone((done) => unlink(path, done));
  // One that its owner may not read or change can still be removed by its owner.
  if ((status.mode & 0o700) !== 0o700) chmodSync(path, 0o700);
  const names = readdirSync(path, { encoding: "buffer" });
  for (let at = 0; at < names.length; at += together) {
    const some = names.slice(at, at + together);
    await Promise.all(some.map((name) => remove(Buffer.concat([path, slash, name]))));
  }
  await gone((done) => rmdir(path, done));
}

const slash = Buffer.from("/");

function gone(call: (done: (error: NodeJS.ErrnoException | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => {
      if (error === null || error.code === "ENOENT") resolve();
      else reject(error);
    });
  });
}
