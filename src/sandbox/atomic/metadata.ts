/** What a file has beside its content: rights, owner, times, extended attributes (ACLs are such ones). */

import { type BigIntStats, chmodSync, lchownSync } from "node:fs";
import { nameOf } from "../../runtime/index.ts";
import { statusOf } from "./look.ts";
import { attributeOf, attributesOf, removeAttribute, setAttribute, setTimes } from "./system.ts";

/** As the journal holds it. */
export interface Metadata {
  /** Type and rights. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Nanoseconds since the epoch, as a decimal number. */
  readonly modified: string;
  readonly accessed: string;
  /** Values in base64. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

type Lasting = Pick<Metadata, "mode" | "uid" | "gid" | "attributes">;

/** What overlays keep for themselves. */
function isOverlayName(name: string): boolean {
  return name.startsWith("trusted.overlay.") || name.startsWith("user.overlay.");
}

export function metadataOf(path: string, status: BigIntStats): Metadata {
  const attributes = attributesOf(path)
    .filter((name) => !isOverlayName(name))
    .sort()
    .flatMap((name) => {
      const value = attributeOf(path, name);
      return value === undefined ? [] : [[name, value.toString("base64")] as const];
    });
  return {
    mode: Number(status.mode),
    uid: Number(status.uid),
    gid: Number(status.gid),
    modified: String(status.mtimeNs),
    accessed: String(status.atimeNs),
    attributes,
  };
}

/** Whether rights, owner and attributes are the same; times do not count. */
export function isSameMetadata(one: Lasting, other: Lasting): boolean {
  return (
    one.mode === other.mode &&
    one.uid === other.uid &&
    one.gid === other.gid &&
    JSON.stringify(one.attributes) === JSON.stringify(other.attributes)
  );
}

/** Gives a file this metadata; what is so already is left alone. Times come last: nothing else changes them then. */
export function giveMetadata(path: string, wanted: Metadata): void {
  const status = statusOf(path);
  if (status === undefined) return;
  const found = metadataOf(path, status);
  const isLink = status.isSymbolicLink();
  const owns = found.uid === wanted.uid && found.gid === wanted.gid;
  if (!owns) lchownSync(nameOf(path), wanted.uid, wanted.gid);
  const names = new Set(wanted.attributes.map(([name]) => name));
  for (const [name] of found.attributes) if (!names.has(name)) removeAttribute(path, name);
  // A change of owner takes capabilities away: then all are given anew.
  const known = new Map(owns ? found.attributes : []);
  for (const [name, value] of wanted.attributes)
    if (known.get(name) !== value) setAttribute(path, name, Buffer.from(value, "base64"));
  // An ACL and a change of owner touch the rights, too.
  if (!isLink && statusOf(path)?.mode !== BigInt(wanted.mode)) chmodSync(nameOf(path), wanted.mode & 0o7777);
  setTimes(path, BigInt(wanted.accessed), BigInt(wanted.modified));
}

/** Takes away what an overlay has left on a file. */
export function stripOverlay(path: string): void {
  for (const name of attributesOf(path)) if (isOverlayName(name)) removeAttribute(path, name);
}
