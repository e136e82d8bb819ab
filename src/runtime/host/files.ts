/** Calls of node:fs that take names, as a flow's files are: where its namespace cannot be entered, each goes through that one's root. */

import {
  constants,
  accessSync as plainAccess,
  chmodSync as plainChmod,
  chownSync as plainChown,
  closeSync as plainClose,
  linkSync as plainLink,
  lstatSync as plainLstat,
  mkdirSync as plainMkdir,
  mkdtempSync as plainMkdtemp,
  openSync as plainOpen,
  readdirSync as plainReaddir,
  readFileSync as plainReadFile,
  readlinkSync as plainReadlink,
  realpathSync as plainRealpath,
  renameSync as plainRename,
  rmdirSync as plainRmdir,
  statSync as plainStat,
  symlinkSync as plainSymlink,
  truncateSync as plainTruncate,
  unlinkSync as plainUnlink,
  utimesSync as plainUtimes,
} from "node:fs";
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

export const accessSync = named("target", plainAccess);
export const chmodSync = named("target", plainChmod);
export const chownSync = named("target", plainChown);
export const lstatSync = named("link", plainLstat);
export const mkdirSync = named("link", plainMkdir);
export const readdirSync = named("target", plainReaddir);
export const readFileSync = named("target", plainReadFile);
export const readlinkSync = named("link", plainReadlink);
export const rmdirSync = named("link", plainRmdir);
export const statSync = named("target", plainStat);
export const truncateSync = named("target", plainTruncate);
export const unlinkSync = named("link", plainUnlink);
export const utimesSync = named("target", plainUtimes);
export const linkSync = twice(plainLink);
export const renameSync = twice(plainRename);

const openFollowing = named("target", plainOpen);
const openItself = named("link", plainOpen);

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
  named("link", (place: Name) => plainSymlink(target, place))(path);
}

/** Its last characters are made up. */
export function mkdtempSync(prefix: Name): Buffer {
  const cut = prefix.lastIndexOf("/") + 1;
  return named("link", (place: Name) => {
    // Node takes bytes here (since 20.6), though its types do not say so.
    const made = plainMkdtemp(place as string, { encoding: "buffer" });
    return Buffer.concat([Buffer.from(prefix.slice(0, cut) as string), made.subarray(made.lastIndexOf("/") + 1)]);
  })(prefix);
}

/** Without links, `.` and `..`. Node's own way follows texts alone: only the system's takes bytes that are no UTF-8. */
export function realPathBytes(path: Name): Buffer {
  if (through === undefined) return plainRealpath.native(path, { encoding: "buffer" });
  return through(path, "target", (place) => {
    const fd = plainOpen(place, pathOnly);
    try {
      // The name that the kernel knows, from the root of its namespace.
      return plainReadlink(`/proc/self/fd/${fd}`, { encoding: "buffer" });
    } finally {
      plainClose(fd);
    }
  });
}

/** O_PATH of open(2), which Node has no name for: the file itself is not opened. */
export const pathOnly = 0o10000000;
