/** Lists of C strings in one block, as exec takes them: argv and the environment, byte for byte (language 1). */

import { encodeUtf8 } from "../../text/index.ts";
import type { Native } from "./native.ts";

/** The bytes of a text; lone surrogates become the bytes that they stand for. Faster than `encodeUtf8` where there are none. */
export function bytesOf(text: string): Uint8Array {
  return text.isWellFormed() ? Buffer.from(text, "utf8") : encodeUtf8(text);
}

/** A path as node:fs takes it: a string where that names the same bytes. */
export function fsPath(text: string): string | Buffer {
  return text.isWellFormed() ? text : Buffer.from(encodeUtf8(text));
}

/** A text with its closing NUL, in memory that stays where it is. */
export function cString(text: string): Buffer {
  const bytes = bytesOf(text);
  const memory = Buffer.allocUnsafeSlow(Math.max(bytes.length + 1, minimum));
  memory.set(bytes);
  memory[bytes.length] = 0;
  return memory;
}

// V8 keeps very small arrays on its own heap, where they move.
const minimum = 128;

/** A block: `n + 1` pointers, then the strings. `size` counts what is used of it. */
export interface StringBlock {
  readonly memory: Buffer;
  /** Where each string starts, from the block's beginning. */
  readonly size: number;
}

/** Packs texts into a block, with `spare` bytes behind the last string. `reuse` is filled where it is large enough. */
export function packStrings(native: Native, texts: readonly string[], spare = 0, reuse?: Buffer): StringBlock {
  const head = (texts.length + 1) * 8;
  let bound = head + spare;
  for (const text of texts) bound += text.length * 3 + 1;
  const memory = reuse !== undefined && reuse.length >= bound ? reuse : Buffer.allocUnsafeSlow(Math.max(bound, 4096));
  const base = BigInt(native.address(memory));
  let at = head;
  let slot = 0;
  for (const text of texts) {
    memory.writeBigUInt64LE(base + BigInt(at), slot);
    slot += 8;
    at += writeText(memory, text, at);
    memory[at] = 0;
    at += 1;
  }
  memory.writeBigUInt64LE(0n, slot);
  return { memory, size: at };
}

function writeText(memory: Buffer, text: string, at: number): number {
  if (text.isWellFormed()) return memory.write(text, at, "utf8");
  const bytes = encodeUtf8(text);
  memory.set(bytes, at);
  return bytes.length;
}
