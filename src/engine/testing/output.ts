/** What a test prints: a file that cannot fill the disk, and what of it is shown of a test that failed. */

import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import { decodeUtf8 } from "../../text/index.ts";

const mostKept = 32 * 1024 * 1024;
const mostShown = 64 * 1024;
const lookEvery = 100;

/** Empties the file whenever it has become too large: what comes last tells most. It must be open for appending. */
export function boundOutput(fd: number): { readonly end: () => void } {
  const timer = setInterval(() => {
    if (fstatSync(fd).size > mostKept) ftruncateSync(fd, 0);
  }, lookEvery);
  return { end: () => clearInterval(timer) };
}

/** The end of a file, from a line's beginning where it is cut. */
export function lastOutput(path: string): string {
  const fd = openSync(path, "r");
  try {
    const { size } = fstatSync(fd);
    const from = Math.max(0, size - mostShown);
    const bytes = Buffer.alloc(size - from);
    const text = decodeUtf8(bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from)));
    return from === 0 ? text : `…\n${text.slice(text.indexOf("\n") + 1)}`;
  } finally {
    closeSync(fd);
  }
}
