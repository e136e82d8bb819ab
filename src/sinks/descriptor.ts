/** Writing whole lines to a descriptor, and looking at the end of a file. */

import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";

/** How long a full pipe or terminal is waited for. */
const patience = 1000;

const newline = 10;

/** One write call; a full pipe is waited for as long as `patience`. */
export function writeWaiting(fd: number, buffer: Buffer, regular: boolean): number {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return writeSync(fd, buffer);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EINTR") continue;
      if (code !== "EAGAIN" || regular || performance.now() > until) throw error;
      pause(5);
    }
  }
}

/** Whether a file is empty or ends with a newline: a run that was killed may have left a torn line. */
export function endsLine(path: string | undefined, fd: number): boolean {
  if (path === undefined) return true;
  // Asked twice: another engine may be in the midst of a write.
  for (let turn = 0; turn < 3; turn += 1) {
    if (turn > 0) pause(1);
    const size = fstatSync(fd).size;
    if (size === 0 || (readAt(path, size - 1, 1)?.[0] ?? newline) === newline) return true;
  }
  return false;
}

/** Cuts a torn line off a file's end, if it still stands there; false where it does not, or where the file cannot be read. */
export function cutTail(path: string, fd: number, tail: Buffer): boolean {
  const size = fstatSync(fd).size;
  const found = readAt(path, size - tail.length, tail.length);
  if (found === undefined || !found.equals(tail) || fstatSync(fd).size !== size) return false;
  ftruncateSync(fd, size - tail.length);
  return true;
}

function readAt(path: string, position: number, length: number): Buffer | undefined {
  try {
    const fd = openSync(path, "r");
    try {
      const buffer = Buffer.alloc(length);
      return readSync(fd, buffer, 0, length, position) === length ? buffer : undefined;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** A file takes a part of a write when the disk, a quota or a size limit ends there; the call itself does not say which. */
export function noSpace(): Error {
  return Object.assign(new Error("no space"), { code: "ENOSPC" });
}

/** The name of the error number of a failed call; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
