/** Everything that a tree of files is: names, types, rights, owners, contents, attributes, times, and which names are one file. */

import { createHash } from "node:crypto";
import { type BigIntStats, chmodSync, readFileSync, readlinkSync } from "node:fs";
import { nameOf } from "../../../src/runtime/index.ts";
import { inside, namesIn, statusOf, typeOf } from "../../../src/sandbox/atomic/look.ts";
import { attributeOf, attributesOf } from "../../../src/sandbox/atomic/system.ts";

export interface Entry {
  readonly what: string;
  readonly modified: bigint;
}

/** By path from the root; "" is the root itself. */
function snapshot(root: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const firsts = new Map<bigint, string>();
  const add = (path: string, name: string): void => {
    const status = statusOf(path);
    if (status === undefined) throw new Error(`gone: ${path}`);
    const type = typeOf(status);
    if (type !== "folder" && !firsts.has(status.ino)) firsts.set(status.ino, name);
    const bytes = nameOf(path);
    const content =
      type === "file"
        ? createHash("sha1")
            .update(readable(path, status, () => readFileSync(bytes)))
            .digest("hex")
        : type === "link"
          ? readlinkSync(bytes)
          : type === "device"
            ? String(status.rdev)
            : "";
    const attributes = [...attributesOf(path)]
      .sort()
      .map((each) => `${each}=${attributeOf(path, each)?.toString("hex")}`);
    const links = type === "folder" ? "" : `${status.nlink} ${firsts.get(status.ino)}`;
    const size = type === "folder" ? "" : status.size;
    const what = [type, status.mode.toString(8), status.uid, status.gid, size, links, content, ...attributes].join(" ");
    entries.set(name, { what, modified: status.mtimeNs });
    if (type === "folder")
      readable(path, status, () => {
        for (const each of [...namesIn(path)].sort()) add(inside(path, each), `${name}/${each}`);
      });
  };
  add(root, "");
  return entries;
}

/** A user without rights opens what is closed to them, too. */
function readable<T>(path: string, { mode }: BigIntStats, work: () => T): T {
  const wanted = mode | (mode >> 12n === 4n ? 0o500n : 0o400n);
  if (process.getuid?.() === 0 || wanted === mode) return work();
  chmodSync(nameOf(path), Number(wanted & 0o7777n));
  try {
    return work();
  } finally {
    chmodSync(nameOf(path), Number(mode & 0o7777n));
  }
}

/** Bit for bit, times to the nanosecond. */
export function exact(root: string): readonly string[] {
  return [...snapshot(root)].map(([name, { what, modified }]) => `${name}: ${what} @${modified}`);
}

/** The same, but that what was changed now has some time of today. */
export function roughly(root: string): readonly string[] {
  const recent = BigInt(Date.now() - 3_600_000) * 1_000_000n;
  return [...snapshot(root)].map(
    ([name, { what, modified }]) => `${name}: ${what} @${modified > recent ? "now" : modified}`,
  );
}
