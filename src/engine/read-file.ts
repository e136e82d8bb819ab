/** Reading a script's bytes, once, with a limit. */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { encodeUtf8 } from "../text/index.ts";

/** Sources larger than this are refused: nobody wrote them by hand, and nobody could agree to them. */
const sourceLimit = 16 * 1024 * 1024;

/** A system error's code; "EFBIG" above the limit, "EISDIR" for a directory. */
export interface ReadFailure {
  readonly code: string;
}

/** All bytes of a path, or of a descriptor, which stays open; at most `limit` of them. */
export function readScript(file: string | number, limit = sourceLimit): Uint8Array | ReadFailure {
  let fd = -1;
  try {
    fd = typeof file === "number" ? file : openSync(fileName(file), "r");
    const status = fstatSync(fd);
    if (status.isDirectory()) return { code: "EISDIR" };
    if (status.size > limit) return { code: "EFBIG" };
    return readToEnd(fd, status.isFile() ? status.size + 1 : 65_536, limit);
  } catch (thrown) {
    // openSync, fstatSync and readSync throw system errors only.
    return { code: (thrown as NodeJS.ErrnoException).code ?? "EIO" };
  } finally {
    if (typeof file === "string" && fd !== -1) closeSync(fd);
  }
}

/** A name as node:fs takes it: its bytes, where those are no UTF-8. */
function fileName(path: string): string | Buffer {
  return path.isWellFormed() ? path : Buffer.from(encodeUtf8(path));
}

function readToEnd(fd: number, firstSize: number, limit: number): Uint8Array | ReadFailure {
  let buffer = Buffer.allocUnsafe(firstSize);
  let length = 0;
  for (;;) {
    const count = readWaiting(fd, buffer, length);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) return { code: "EFBIG" };
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(buffer.length * 2);
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

/** One read; a descriptor that somebody made non-blocking is waited for. */
function readWaiting(fd: number, buffer: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, at, buffer.length - at, null);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EAGAIN") throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
