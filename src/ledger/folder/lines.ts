/** The lines of a file of any size, one after another, from a byte on. */

import { readSync } from "node:fs";

export interface Line {
  /** Without its newline. */
  readonly bytes: Uint8Array;
  /** The first byte, and the one behind the newline. */
  readonly start: number;
  readonly end: number;
  /** False of a last line without a newline. */
  readonly isWhole: boolean;
}

const chunk = 2 ** 20;
const newline = 10;

/** A line that is longer than `longest` is given cut off there, and is the last one. */
export function* linesOf(fd: number, from: number, to: number, longest: number): Generator<Line> {
  let rest: Uint8Array = new Uint8Array(0);
  let start = from;
  for (let at = from; at < to; ) {
    const read = Buffer.allocUnsafe(Math.min(chunk, to - at));
    const length = readSync(fd, read, 0, read.length, at);
    if (length === 0) break;
    at += length;
    const bytes = rest.length === 0 ? read.subarray(0, length) : Buffer.concat([rest, read.subarray(0, length)]);
    let first = 0;
    for (let end = bytes.indexOf(newline, rest.length); end !== -1; end = bytes.indexOf(newline, first)) {
      const next = start + end + 1 - first;
      yield { bytes: bytes.subarray(first, end), start, end: next, isWhole: true };
      start = next;
      first = end + 1;
    }
    rest = bytes.subarray(first);
    if (rest.length > longest) break;
  }
  if (rest.length > 0) yield { bytes: rest, start, end: start + rest.length, isWhole: false };
}
