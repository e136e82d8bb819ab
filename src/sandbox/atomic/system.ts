/** The calls of the C library that atomic trees need and Node lacks: extended attributes, exchanging renames, times to the nanosecond, file handles. */

import { closeSync, openSync } from "node:fs";
import koffi from "koffi";
import { errnoByNumber } from "../../records/index.ts";
import { nameOf, pathOnly } from "../../runtime/index.ts";

const libc = koffi.load(null);
// koffi types its functions loosely; each declaration below is the C prototype of what it becomes.
const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
type Listing = (path: Buffer, list: Buffer | null, size: number) => number;
type Getting = (path: Buffer, name: Buffer, value: Buffer | null, size: number) => number;
type Setting = (path: Buffer, name: Buffer, value: Buffer, size: number, flags: number) => number;
const llistxattr = bind<Listing>("long llistxattr(void *path, void *list, size_t size)");
const lgetxattr = bind<Getting>("long lgetxattr(void *path, void *name, void *value, size_t size)");
const lsetxattr = bind<Setting>("int lsetxattr(void *path, void *name, void *value, size_t size, int flags)");
const lremovexattr = bind<(path: Buffer, name: Buffer) => number>("int lremovexattr(void *path, void *name)");
const renameat2 = bind<(from: number, path: Buffer, to: number, target: Buffer, flags: number) => number>(
  "int renameat2(int from, void *path, int to, void *target, unsigned int flags)",
);
const utimensat = bind<(at: number, path: Buffer, times: Buffer, flags: number) => number>(
  "int utimensat(int at, void *path, void *times, int flags)",
);
const linkat = bind<(from: number, path: Buffer, to: number, target: Buffer, flags: number) => number>(
  "int linkat(int from, void *path, int to, void *target, int flags)",
);
const openByHandle = bind<(mount: number, handle: Buffer, flags: number) => number>(
  "int open_by_handle_at(int mount, void *handle, int flags)",
);
const syncfs = bind<(fd: number) => number>("int syncfs(int fd)");
const syncFileRange = bind<(fd: number, from: bigint, length: bigint, flags: number) => number>(
  "int sync_file_range(int fd, int64_t from, int64_t length, unsigned int flags)",
);
const mknod = bind<(path: Buffer, mode: number, device: bigint) => number>(
  "int mknod(void *path, unsigned int mode, uint64_t device)",
);
const prctl = bind<(option: number, value: bigint) => number>("int prctl(int option, unsigned long value)");

// AT_FDCWD, and AT_SYMLINK_FOLLOW and AT_SYMLINK_NOFOLLOW of fcntl.h.
const here = -100;
const follow = 0x400;
const noFollow = 0x100;
const [noReplace, exchanged] = [1, 2];

/** A call that the system refused: `code` is the error's name. */
export class SystemTrouble extends Error {
  readonly code: string;
  readonly path: string;

  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
    this.path = path;
  }
}

/** The names of a file's own extended attributes; none where its file system has none. */
export function attributesOf(path: string): readonly string[] {
  const at = cBytes(path);
  const list = filled((room, size) => llistxattr(at, room, size));
  return (list?.toString("latin1") ?? "").split("\0").filter((name) => name !== "");
}

/** Its value; undefined where it has none of that name. */
export function attributeOf(path: string, name: string): Buffer | undefined {
  const [at, key] = [cBytes(path), cBytes(name)];
  return filled((room, size) => lgetxattr(at, key, room, size));
}

const room = memory(1024);

/** What a call fills in that says how much that is, or with no room how much it would be; undefined where it refuses. */
function filled(ask: (room: Buffer | null, size: number) => number): Buffer | undefined {
  const got = ask(room, room.length);
  if (got >= 0) return Buffer.from(room.subarray(0, got));
  if (lastErrno() !== "ERANGE") return undefined;
  const larger = memory(ask(null, 0));
  const size = ask(larger, larger.length);
  return size < 0 ? undefined : larger.subarray(0, size);
}

export function setAttribute(path: string, name: string, value: Buffer): void {
  const bytes = memory(value.length);
  bytes.set(value);
  if (lsetxattr(cBytes(path), cBytes(name), bytes, value.length, 0) !== 0) fail(path);
}

export function removeAttribute(path: string, name: string): void {
  if (lremovexattr(cBytes(path), cBytes(name)) !== 0) fail(path);
}

/** Renames to a name that is free: EEXIST where it is not. */
export function moveTo(from: string, to: string): void {
  if (renameat2(here, cBytes(from), here, cBytes(to), noReplace) !== 0) fail(to);
}

/** Has two names change their files, at once for everyone who looks. */
export function exchange(one: string, other: string): void {
  if (renameat2(here, cBytes(one), here, cBytes(other), exchanged) !== 0) fail(other);
}

/** Nanoseconds since the epoch; a link's own are set. */
export function setTimes(path: string, access: bigint, modification: bigint): void {
  const times = memory(32);
  [access, modification].forEach((time, index) => {
    const second = 1_000_000_000n;
    const part = ((time % second) + second) % second;
    times.writeBigInt64LE((time - part) / second, index * 16);
    times.writeBigInt64LE(part, index * 16 + 8);
  });
  if (utimensat(here, cBytes(path), times, noFollow) !== 0) fail(path);
}

/** One more name for the file that is open. */
export function linkOpen(fd: number, to: string): void {
  if (linkat(here, cBytes(`/proc/self/fd/${fd}`), here, cBytes(to), follow) !== 0) fail(to);
}

/** A file by the handle that names it on its file system (open_by_handle_at(2)); undefined where it is gone. */
export function openHandle(folder: string, type: number, bytes: Buffer): number | undefined {
  const mount = openSync(nameOf(folder), "r");
  try {
    const handle = memory(8 + bytes.length);
    handle.writeUInt32LE(bytes.length, 0);
    handle.writeInt32LE(type, 4);
    handle.set(bytes, 8);
    const fd = openByHandle(mount, handle, pathOnly);
    if (fd >= 0) return fd;
    const errno = lastErrno();
    if (errno === "ESTALE" || errno === "ENOENT") return undefined;
    throw new SystemTrouble(errno, folder);
  } finally {
    closeSync(mount);
  }
}

/** Has a whole file system written to its disk. */
export function syncFileSystem(folder: string): void {
  const fd = openSync(nameOf(folder), "r");
  try {
    if (syncfs(fd) !== 0) fail(folder);
  } finally {
    closeSync(fd);
  }
}

/** Has a file's content on its way to the disk: a hint, after which waiting for many of them takes less. */
export function startWriting(fd: number): void {
  const write = 2;
  syncFileRange(fd, 0n, 0n, write);
}

/** Makes a FIFO, a socket or a device: `mode` has its type. */
export function makeNode(path: string, mode: number, device: bigint): void {
  if (mknod(cBytes(path), mode, device) !== 0) fail(path);
}

/** This process is killed with the thread that started it. */
export function endWithParent(): void {
  const [parentDeathSignal, kill] = [1, 9n];
  prctl(parentDeathSignal, kill);
}

function fail(path: string): never {
  throw new SystemTrouble(lastErrno(), path);
}

function lastErrno(): string {
  return errnoByNumber(koffi.errno())?.name ?? `errno ${koffi.errno()}`;
}

// V8 keeps small arrays on its own heap, where they move: these lie outside of it.
function memory(size: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(size, 128)).fill(0);
}

function cBytes(text: string): Buffer {
  const name = nameOf(text);
  const bytes = typeof name === "string" ? Buffer.from(name) : name;
  const copy = memory(bytes.length + 1);
  copy.set(bytes);
  return copy;
}
