/** How something on the host is: enough to tell later whether it is still so. */

import { createHash } from "node:crypto";
import { closeSync, constants, openSync, readlinkSync, readSync } from "node:fs";
import { nameOf, textOf } from "../../runtime/index.ts";
import { inside, metadataOf, namesIn, statusOf, typeOf } from "../../sandbox/index.ts";
import type { Fingerprint } from "./format.ts";

const block = 1 << 17;

/** `isWhole`: all that is in a folder counts, too. Null where nothing is there. */
export function fingerprintOf(path: string, isWhole: boolean): Fingerprint | null {
  const status = statusOf(path);
  if (status === undefined) return null;
  const type = typeOf(status);
  const { mode, uid, gid, modified, attributes } = metadataOf(path, status);
  const isFolder = type === "folder";
  return {
    ...{ path, type, mode, uid, gid, attributes },
    size: isFolder ? null : Number(status.size),
    modified: isFolder ? null : modified,
    content: contentOf(path, status, isWhole),
  };
}

function contentOf(path: string, status: NonNullable<ReturnType<typeof statusOf>>, isWhole: boolean): string | null {
  switch (typeOf(status)) {
    case "file":
      return readable(() => hashOfFile(path).sha256);
    case "link":
      return textOf(readlinkSync(nameOf(path), { encoding: "buffer" }));
    case "device":
      return String(status.rdev);
    case "folder":
      return isWhole ? readable(() => hashOfFolder(path)) : null;
    case "fifo":
    case "socket":
      return null;
  }
}

function readable(work: () => string): string | null {
  try {
    return work();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") return null;
    throw thrown;
  }
}

/** SHA-256 of a file's bytes, and how many they are. */
export function hashOfFile(path: string): { readonly size: number; readonly sha256: string } {
  const hash = createHash("sha256");
  const fd = openSync(nameOf(path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  let size = 0;
  try {
    const part = Buffer.allocUnsafe(block);
    for (let got = readSync(fd, part); got > 0; got = readSync(fd, part)) {
      hash.update(part.subarray(0, got));
      size += got;
    }
  } finally {
    closeSync(fd);
  }
  return { size, sha256: hash.digest("hex") };
}

/** Over the names and fingerprints of everything in it. */
function hashOfFolder(folder: string): string {
  const hash = createHash("sha256");
  for (const name of [...namesIn(folder)].sort())
    hash.update(`${JSON.stringify([name, withoutPath(fingerprintOf(inside(folder, name), true))])}\n`);
  return hash.digest("hex");
}

function withoutPath(print: Fingerprint | null): unknown {
  return print === null ? null : { ...print, path: "" };
}

export function isSameFingerprint(one: Fingerprint | null, other: Fingerprint | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
