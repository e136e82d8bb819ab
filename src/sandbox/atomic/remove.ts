/** Removing a tree of files by the pool's threads, so that nobody waits for it. */

import { readdir, rmdir, unlink } from "node:fs";
import { nameOf, removeTree } from "../../runtime/index.ts";

/** As many names of a folder at once: the pool has four threads. */
const together = 4;

/** Removes it with all that it holds; where the threads meet what they cannot remove, it is done as ever. */
export async function removeSoon(path: string): Promise<void> {
  try {
    await removeFolder(Buffer.from(nameOf(path)));
  } catch {
    removeTree(path);
  }
}

async function removeFolder(path: Buffer): Promise<void> {
  const entries = await entriesOf(path);
  const remove = async (): Promise<void> => {
    for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) {
      const inner = Buffer.concat([path, slash, entry.name]);
      await (entry.isFolder ? removeFolder(inner) : done((end) => unlink(inner, end)));
    }
  };
  await Promise.all(Array.from({ length: together }, remove));
  await done((end) => rmdir(path, end));
}

const slash = Buffer.from("/");

function entriesOf(path: Buffer): Promise<{ readonly name: Buffer; readonly isFolder: boolean }[]> {
  return new Promise((resolve, reject) => {
    readdir(path, { withFileTypes: true, encoding: "buffer" }, (error, entries) => {
      if (error !== null) return reject(error);
      resolve(entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })));
    });
  });
}

function done(start: (end: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error === null ? resolve() : reject(error))));
}
