/** What a tree of files holds, as one hash: to see whether a run has changed it. */

import { createHash, type Hash } from "node:crypto";
import { closeSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from "node:fs";
import { join } from "node:path";

/** Beyond these nothing is compared. */
const mostEntries = 100_000;
const mostBytes = 2 ** 30;

/** Names, types, rights, sizes and contents; "absent" where there is nothing, "large" where it is too much to compare. */
export function digestOf(path: string): string {
  const hash = createHash("sha256");
  const left = { entries: mostEntries, bytes: mostBytes };
  try {
    add(hash, path, "", left);
  } catch (thrown) {
    if (thrown instanceof TooLarge) return "large";
    return `unreadable ${(thrown as NodeJS.ErrnoException).code ?? ""}`;
  }
  return hash.digest("hex");
}

class TooLarge extends Error {}

function add(hash: Hash, path: string, name: string, left: { entries: number; bytes: number }): void {
  const status = lstatSync(path, { throwIfNoEntry: false });
  left.entries -= 1;
  if (left.entries < 0) throw new TooLarge();
  hash.update(`${JSON.stringify(name)} ${status === undefined ? "absent" : status.mode.toString(8)}\n`);
  if (status === undefined) return;
  if (status.isSymbolicLink()) hash.update(`${JSON.stringify(readlinkSync(path))}\n`);
  else if (status.isDirectory()) {
    for (const entry of readdirSync(path).sort()) add(hash, join(path, entry), `${name}/${entry}`, left);
  } else if (status.isFile()) {
    hash.update(`${status.size}\n`);
    left.bytes -= status.size;
    if (left.bytes < 0) throw new TooLarge();
    addContent(hash, path);
  }
}

const part = Buffer.alloc(65_536);

function addContent(hash: Hash, path: string): void {
  const fd = openSync(path, "r");
  try {
    for (let got = readSync(fd, part); got > 0; got = readSync(fd, part)) hash.update(part.subarray(0, got));
  } finally {
    closeSync(fd);
  }
}
