/** Faults of file systems: full, small, without inodes, read-only. */

import type { Random } from "../random.ts";
import type { Cover } from "../world/world.ts";
import type { FaultRow, Injected } from "./fault.ts";
import { readBytes } from "./sentence.ts";

const base = {
  area: "environment",
  needs: ["world"],
  arrives: true,
  // Only what changes something can meet a file system that takes nothing.
  fits: ({ changes }: { readonly changes: boolean }) => (changes ? [""] : []),
} as const;

export const diskFull: FaultRow = {
  ...base,
  id: "disk-full",
  form: "disk-full[:PATH]",
  says: "the file system of a path is full, or that of everything that can be written",
  read: (text) => covered("disk-full", text, "full", 0),
};

export const diskTiny: FaultRow = {
  ...base,
  id: "disk-tiny",
  form: "disk-tiny[:PATH][=SIZE]",
  says: "the file system of a path takes a little and is full then",
  read: (text, random) => {
    const [, path = "", size] = /^(.*?)(?:=([^=/]+))?$/s.exec(text) ?? [];
    const bytes = size === undefined ? drawn(random) : readBytes(size);
    if (bytes === undefined || bytes < 4096 || bytes > 2 ** 30)
      return `expected a size from 4KiB to 1GiB behind the path: disk-tiny:/var/backup=64KiB`;
    const made = covered("disk-tiny", path, "full", bytes);
    return typeof made === "string" ? made : { ...made, text: `${made.text}=${bytes}B` };
  },
};

export const noInodes: FaultRow = {
  ...base,
  id: "no-inodes",
  form: "no-inodes[:PATH]",
  says: "the file system of a path has room, and takes no new file",
  read: (text) => covered("no-inodes", text, "no-inodes", 2 ** 20),
};

export const readOnly: FaultRow = {
  ...base,
  id: "read-only",
  form: "read-only[:PATH]",
  says: "the file system of a path was mounted read-only",
  read: (text) => covered("read-only", text, "read-only", 0),
};

/** From 4 to 64 KiB. */
function drawn(random: Random): number {
  return 4096 * random.whole(1, 16);
}

function covered(id: string, text: string, how: Cover["how"], bytes: number): Injected | string {
  const path = text === "" ? "/" : text;
  if (!path.startsWith("/") || path.includes("\0")) return `expected an absolute path: ${id}:/var/backup`;
  const plain = path.replace(/\/+$/, "") || "/";
  const cover: Cover = { path: plain, how, bytes };
  return { text: `${id}:${plain}`, world: { covers: [cover] }, class: "SystemFault" };
}
