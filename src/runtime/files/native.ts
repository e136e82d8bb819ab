/** The few calls of the C library for files that Node lacks; loaded at the first need, because koffi takes milliseconds. */

import koffi from "koffi";
import { errnoByNumber } from "../../records/index.ts";

const libc = koffi.load(null);
// koffi types its functions loosely; each declaration below is the C prototype of what it becomes.
const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
interface Flock {
  (fd: number, operation: number): number;
  async(fd: number, operation: number, done: (failed: unknown, result: number) => void): void;
}
const flock = bind<Flock>("int flock(int fd, int operation)");
const poll = bind<(fds: Buffer, count: number, timeout: number) => number>(
  "int poll(void *fds, unsigned long count, int timeout)",
);
const mkfifo = bind<(path: Buffer, mode: number) => number>("int mkfifo(void *path, unsigned int mode)");
const getrlimit = bind<(resource: number, limit: Buffer) => number>("int getrlimit(int resource, void *limit)");
const setrlimit = bind<(resource: number, limit: Buffer) => number>("int setrlimit(int resource, void *limit)");
const tcgetattr = bind<(fd: number, termios: Buffer) => number>("int tcgetattr(int fd, void *termios)");
const tcsetattr = bind<(fd: number, actions: number, termios: Buffer) => number>(
  "int tcsetattr(int fd, int actions, void *termios)",
);

const tcflush = bind<(fd: number, queue: number) => number>("int tcflush(int fd, int queue)");

/** Drops what was typed at a terminal and not read yet. */
export function dropTyped(fd: number): void {
  const input = 0;
  tcflush(fd, input);
}

/** Tries to take an exclusive lock without waiting: null, or the error's name (EAGAIN where another holds it). */
export function tryLock(fd: number): string | null {
  const exclusiveNow = 2 | 4;
  return flock(fd, exclusiveNow) === 0 ? null : lastErrno();
}

/** Waits for an exclusive lock in a thread of its own, in the order in which processes came: whether it is held then. */
export function waitForLock(fd: number): Promise<boolean> {
  const exclusive = 2;
  return new Promise((resolve) => {
    flock.async(fd, exclusive, (failed, result) => resolve(failed === null && result === 0));
  });
}

// struct pollfd: int fd, short events, short revents.
const pollRecord = memory();

/** Whether a read (or a write of up to PIPE_BUF bytes) would not block now; a closed other end counts. */
export function isReady(fd: number, way: "read" | "write"): boolean {
  pollRecord.writeInt32LE(fd, 0);
  pollRecord.writeInt16LE(way === "read" ? 1 : 4, 4);
  pollRecord.writeInt16LE(0, 6);
  return poll(pollRecord, 1, 0) > 0;
}

/** Makes a named pipe; null, or the error's name. `path` ends with a NUL. */
export function makeFifo(path: Uint8Array, mode: number): string | null {
  return mkfifo(memoryOf(path), mode) === 0 ? null : lastErrno();
}

/** The soft and the hard limit of a resource; 2^64-1 is no limit. */
export function readLimit(resource: number): readonly [soft: bigint, hard: bigint] | string {
  const limit = memory();
  if (getrlimit(resource, limit) !== 0) return lastErrno();
  return [limit.readBigUInt64LE(0), limit.readBigUInt64LE(8)];
}

export function writeLimit(resource: number, soft: bigint, hard: bigint): string | null {
  const limit = memory();
  limit.writeBigUInt64LE(soft, 0);
  limit.writeBigUInt64LE(hard, 8);
  return setrlimit(resource, limit) === 0 ? null : lastErrno();
}

/** Stops a terminal from showing what is typed, newline excepted; the value makes it show again. */
export function hideTyping(fd: number): () => void {
  const before = memory();
  if (tcgetattr(fd, before) !== 0) return () => {};
  const hidden = memoryOf(before);
  const localFlags = hidden.readUInt32LE(12);
  const echo = 0o10;
  const echoNewline = 0o100;
  hidden.writeUInt32LE(((localFlags & ~echo) | echoNewline) >>> 0, 12);
  tcsetattr(fd, 2, hidden);
  return () => {
    tcsetattr(fd, 2, before);
  };
}

// V8 keeps small arrays on its own heap, where they move: these lie outside of it.
function memory(): Buffer {
  return Buffer.allocUnsafeSlow(128).fill(0);
}

function memoryOf(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(Math.max(128, bytes.length)).fill(0);
  copy.set(bytes);
  return copy;
}

function lastErrno(): string {
  return errnoByNumber(koffi.errno())?.name ?? `errno ${koffi.errno()}`;
}
