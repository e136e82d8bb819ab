/** The files of a mount namespace that this process cannot enter: each name is followed from that namespace's root (openat2(2), RESOLVE_IN_ROOT). */

import { closeSync, lstatSync, readlinkSync } from "node:fs";
import koffi from "koffi";
import { errnoByNumber } from "../../records/index.ts";

/** What a call takes where its path ends with a link: the link itself, or what it leads to. */
export type Ending = "target" | "link";

/** Does something with a path under which this process finds the file that is meant. */
export type Through = <T>(path: string | Buffer, ending: Ending, work: (path: string | Buffer) => T) => T;

// The number is the same on every machine; the C library has no function for it.
const openat2Number = 437;
// O_PATH and O_CLOEXEC; `..` and links end at the root.
const pathOnly = 0o12000000n;
const inRoot = 0x10n;
/** As many links as the kernel follows (path_resolution(7)). */
const mostLinks = 40;
/** What is there is the same in every namespace, and its links lead to what is open, not to names. */
const everywhere = /^\/(?:proc|dev)(?:\/|$)/;

/** `root` is an open folder: the namespace's `/`. */
export function throughRoot(root: number): Through {
  const libc = koffi.load(null);
  // koffi types its functions loosely; the declaration below is the C prototype of what it becomes.
  const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
  type Syscall = (number: number, folder: number, path: Buffer, how: Buffer, size: number) => number;
  const openat2 = bind<Syscall>("long syscall(long number, long folder, void *path, void *how, size_t size)");
  const how = memory(24);
  how.writeBigUInt64LE(pathOnly, 0);
  how.writeBigUInt64LE(inRoot, 16);
  /** Opens a place there, links followed. */
  const openPlace = (path: string): number => {
    const bytes = memory(path.length + 1);
    bytes.write(path, "latin1");
    const fd = Number(openat2(openat2Number, root, bytes, how, 24));
    if (fd < 0) throw troubleOf(errnoByNumber(koffi.errno())?.name ?? "EIO", path);
    return fd;
  };
  /** Does something with the place of a path: its folder is open meanwhile. Texts are bytes as Latin-1. */
  const at = <T>(path: string, ending: Ending, work: (place: string) => T, links: number): T => {
    if (everywhere.test(path)) return work(path);
    const plain = path.replace(/\/+$/, "");
    const tail = plain.length < path.length ? "/" : "";
    const cut = plain.lastIndexOf("/");
    const name = plain.slice(cut + 1);
    // There is no name to be made or removed.
    if (name === "" || name === "." || name === "..")
      return holding(openPlace(path), (fd) => work(`${descriptor(fd)}/.`));
    const folder = plain.slice(0, cut) || "/";
    return holding(openPlace(folder), (fd) => {
      const place = `${descriptor(fd)}/${name}`;
      if (ending === "link" && tail === "") return work(place);
      const target = linkAt(place);
      if (target === undefined) return work(place + tail);
      if (links === 0) throw troubleOf("ELOOP", path);
      return at((target.startsWith("/") ? target : `${folder}/${target}`) + tail, ending, work, links - 1);
    });
  };
  return (path, ending, work) => {
    const bytes = typeof path === "string" ? Buffer.from(path) : path;
    // What no system call takes is refused as ever.
    if (bytes.length === 0 || bytes.includes(0)) return work(path);
    const text = bytes.toString("latin1");
    const whole = text.startsWith("/") ? text : `${ownDirectory()}/${text}`;
    try {
      return at(
        whole,
        ending,
        (place) => work(typeof path === "string" ? utf8(place) : Buffer.from(place, "latin1")),
        mostLinks,
      );
    } catch (thrown) {
      // Nobody else knows the name under which it was found.
      if (thrown instanceof Error && "path" in thrown) thrown.path = path;
      throw thrown;
    }
  };
}

function holding<T>(fd: number, work: (fd: number) => T): T {
  try {
    return work(fd);
  } finally {
    closeSync(fd);
  }
}

function descriptor(fd: number): string {
  return `/proc/self/fd/${fd}`;
}

/** Where a link leads; undefined for all else. */
function linkAt(place: string): string | undefined {
  const bytes = Buffer.from(place, "latin1");
  if (lstatSync(bytes, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
  return readlinkSync(bytes, { encoding: "buffer" }).toString("latin1");
}

function ownDirectory(): string {
  return readlinkSync("/proc/self/cwd", { encoding: "buffer" }).toString("latin1");
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}

/** As node:fs throws it. */
function troubleOf(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

// V8 keeps small arrays on its own heap, where they move: these lie outside of it.
function memory(size: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(size, 128)).fill(0);
}
