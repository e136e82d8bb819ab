/** Calls of node:fs that take names, as a flow's files are: where its namespace cannot be entered, each goes through that one's root. */

import fs, { constants } from "node:fs";
import type { Ending, Through } from "./view.ts";

let through: Through | undefined;

/** What `work` asks for by name up to its first wait lies there. */
export function lookingThrough<T>(way: Through, work: () => T): T {
  const before = through;
  through = way;
  try {
    return work();
  } finally {
    through = before;
  }
}

type Name = string | Buffer;

/** For calls of other libraries: the bytes of a name under which they find the file. */
export function throughView<T>(path: Buffer, ending: Ending, work: (path: Buffer) => T): T {
  // Bytes come back for bytes.
  return through === undefined ? work(path) : through(path, ending, (place) => work(place as Buffer));
}

/** The same call, whose first argument is such a name. */
function named<F>(ending: Ending, call: F): F {
  const plain = call as (path: Name, ...rest: readonly unknown[]) => unknown;
  const wrapped = (path: Name, ...rest: readonly unknown[]): unknown => {
    if (through === undefined) return plain(path, ...rest);
    try {
      return through(path, ending, (place) => plain(place, ...rest));
    } catch (thrown) {
      if (isMissing(thrown) && isQuiet(rest[0])) return undefined;
      throw thrown;
    }
  };
  // It takes and gives what the call does.
  return wrapped as F;
}

/** The same call, whose first two arguments are such names, of links themselves. */
function twice(call: (from: Name, to: Name) => void): (from: Name, to: Name) => void {
  return (from, to) => {
    const way = through;
    if (way === undefined) return call(from, to);
    way(from, "link", (source) => way(to, "link", (target) => call(source, target)));
  };
}

/** A folder on the way may be missing, too: no place can be had then, and the call is not made. */
function isMissing(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === "ENOENT";
}

function isQuiet(options: unknown): boolean {
  return typeof options === "object" && options !== null && "throwIfNoEntry" in options && !options.throwIfNoEntry;
}

export const accessSync = named("target", fs.accessSync);
export const chmodSync = named("target", fs.chmodSync);
export const chownSync = named("target", fs.chownSync);
export const lstatSync = named("link", fs.lstatSync);
export const mkdirSync = named("link", fs.mkdirSync);
export const readdirSync = named("target", fs.readdirSync);
export const readFileSync = named("target", fs.readFileSync);
export const readlinkSync = named("link", fs.readlinkSync);
export const rmdirSync = named("link", fs.rmdirSync);
export const statSync = named("target", fs.statSync);
export const truncateSync = named("target", fs.truncateSync);
export const unlinkSync = named("link", fs.unlinkSync);
export const utimesSync = named("target", fs.utimesSync);
export const linkSync = twice(fs.linkSync);
export const renameSync = twice(fs.renameSync);

const openFollowing = named("target", fs.openSync);
const openItself = named("link", fs.openSync);

export function openSync(path: Name, flags: number | string, mode?: number): number {
  const isItself =
    typeof flags === "string" ? flags.includes("x") : (flags & (constants.O_NOFOLLOW | constants.O_EXCL)) !== 0;
  return (isItself ? openItself : openFollowing)(path, flags, mode);
}

export function existsSync(path: Name): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

export function symlinkSync(target: Name, path: Name): void {
  named("link", (place: Name) => fs.symlinkSync(target, place))(path);
}

/** Its last characters are made up. */
export function mkdtempSync(prefix: Name): Buffer {
  const cut = prefix.lastIndexOf("/") + 1;
  return named("link", (place: Name) => {
    // Node takes bytes here (since 20.6), though its types do not say so.
    const made = fs.mkdtempSync(place as string, { encoding: "buffer" });
    return Buffer.concat([Buffer.from(prefix.slice(0, cut) as string), made.subarray(made.lastIndexOf("/") + 1)]);
  })(prefix);
}

/** Without links, `.` and `..`. Node's own way follows texts alone: only the system's takes bytes that are no UTF-8. */
export function realPathBytes(path: Name): Buffer {
  if (through === undefined) return fs.realpathSync.native(path, { encoding: "buffer" });
  return through(path, "target", (place) => {
    const fd = fs.openSync(place, pathOnly);
    try {
      // The name that the kernel knows, from the root of its namespace.
      return fs.readlinkSync(`/proc/self/fd/${fd}`, { encoding: "buffer" });
    } finally {
      fs.closeSync(fd);
    }
  });
}

/** O_PATH of open(2), which Node has no name for: the file itself is not opened. */
export const pathOnly = 0o10000000;
