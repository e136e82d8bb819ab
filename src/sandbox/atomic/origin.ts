/** Which file of the lower tree an overlay's copy was made of: the kernel notes its handle (fs/overlayfs/overlayfs.h, struct ovl_fb). */

import { type BigIntStats, closeSync, fstatSync } from "node:fs";
import { attributeOf, linkOpen, openHandle, SystemTrouble } from "./system.ts";
import type { Tree } from "./tree.ts";

/** A handle of open_by_handle_at(2). */
export interface Origin {
  readonly type: number;
  readonly handle: Buffer;
}

// Version, magic number, length, flags, type, and a UUID of 16 bytes stand ahead of the handle.
const magic = 0xfb;
const head = 21;

export function originOf(path: string, prefix: string): Origin | undefined {
  const value = attributeOf(path, `${prefix}origin`);
  if (value === undefined || value.length <= head || value[1] !== magic) return undefined;
  const length = value[2] ?? 0;
  return { type: value[4] ?? 0, handle: Buffer.from(value.subarray(head, length)) };
}

/** Does something with it, open; "gone" where it has no name left, "unknown" where this user may not ask. */
export function withOrigin<T>(
  tree: Tree,
  origin: Origin,
  work: (fd: number, status: BigIntStats) => T,
): T | "gone" | "unknown" {
  let fd: number | undefined;
  try {
    fd = openHandle(tree.lower, origin.type, origin.handle);
  } catch (thrown) {
    if (thrown instanceof SystemTrouble && (thrown.code === "EPERM" || thrown.code === "EOPNOTSUPP")) return "unknown";
    throw thrown;
  }
  if (fd === undefined) return "gone";
  try {
    const status = fstatSync(fd, { bigint: true });
    return status.nlink === 0n ? "gone" : work(fd, status);
  } finally {
    closeSync(fd);
  }
}

/** One more name for it. */
export function linkOrigin(tree: Tree, origin: Origin, to: string): void {
  const done = withOrigin(tree, origin, (fd) => linkOpen(fd, to));
  if (done === "gone" || done === "unknown") throw new SystemTrouble("ESTALE", to);
}
