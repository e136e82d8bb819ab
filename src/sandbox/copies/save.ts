/** A copy of a tree with all that belongs to it, beside it: blocks are shared where the file system can. */

import { type BigIntStats, linkSync, mkdirSync, readlinkSync, symlinkSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import { saveContent } from "../atomic/content.ts";
import { inside, namesIn, statusOf } from "../atomic/look.ts";
import { giveMetadata, metadataOf } from "../atomic/metadata.ts";
import { makeNode } from "../atomic/system.ts";

/** Why a tree cannot be copied so that the copy could stand for it. */
export class NoCopy extends Error {
  readonly path: string;
  readonly next: string;

  constructor(path: string, reason: string, next: string) {
    super(reason);
    this.path = path;
    this.next = next;
  }
}

export interface Saved {
  files: number;
  bytes: bigint;
  /** Blocks are shared: it cost next to nothing. */
  isShared: boolean;
}

interface Saving {
  readonly saved: Saved;
  /** Files with several names: where the first one has been copied to, and how many of them are still to come. */
  readonly several: Map<bigint, { readonly copy: string; readonly path: string; left: bigint }>;
}

/** Copies all of it. Throws a NoCopy, or what the system says. */
export function saveTree(from: string, to: string): Saved {
  const saving: Saving = { saved: { files: 0, bytes: 0n, isShared: true }, several: new Map() };
  saveEntry(saving, from, to);
  const stray = [...saving.several.values()].find(({ left }) => left > 0n);
  if (stray !== undefined)
    throw new NoCopy(
      stray.path,
      `${stray.path} has another name outside of the tree, which a copy could not stand for`,
      "name the folder of that one, too, or run this as root",
    );
  return saving.saved;
}

function saveEntry(saving: Saving, from: string, to: string): void {
  const status = statusOf(from);
  if (status === undefined)
    throw new NoCopy(from, `${from} changes while it is copied`, "try again when nobody else is at work there");
  demandOwn(from, status);
  saving.saved.files += 1;
  if (!status.isDirectory() && status.nlink > 1n) {
    const known = saving.several.get(status.ino);
    if (known !== undefined) {
      known.left -= 1n;
      return linkSync(nameOf(known.copy), nameOf(to));
    }
    saving.several.set(status.ino, { copy: to, path: from, left: status.nlink - 1n });
  }
  if (status.isDirectory()) {
    mkdirSync(nameOf(to), { mode: 0o700 });
    for (const name of namesIn(from)) saveEntry(saving, inside(from, name), inside(to, name));
  } else if (status.isFile()) {
    saving.saved.bytes += status.size;
    // All of them are synced together.
    const isShared = saveContent(from, to, false);
    if (!isShared && status.size > 0n) saving.saved.isShared = false;
  } else if (status.isSymbolicLink()) symlinkSync(readlinkSync(nameOf(from), { encoding: "buffer" }), nameOf(to));
  else makeNode(to, Number(status.mode), status.rdev);
  giveMetadata(to, metadataOf(from, status));
}

/** Only root may give files to others. */
function demandOwn(path: string, { uid, gid }: BigIntStats): void {
  const own = process.geteuid?.() ?? 0;
  if (own === 0) return;
  const groups = [process.getegid?.() ?? -1, ...(process.getgroups?.() ?? [])];
  if (uid === BigInt(own) && groups.includes(Number(gid))) return;
  throw new NoCopy(
    path,
    `${path} belongs to user ${uid} and group ${gid}: this user could not put it back so`,
    "run this as root, or give the files to one user",
  );
}
