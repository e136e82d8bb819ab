/** Between texts and bytes, fast where a text is ordinary: other bytes live in it as lone surrogates (language 1). */

import { isUtf8 } from "node:buffer";
import { decodeUtf8, encodeUtf8 } from "../../text/index.ts";
import type { ScriptFlow } from "../flow.ts";
import { seenFrom } from "./here.ts";

/** The text of bytes. */
export function textOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString("utf8") : decodeUtf8(bytes);
}

/** The bytes of a text. */
export function bytesOf(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text, "utf8");
  const bytes = encodeUtf8(text);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A name as node:fs takes it: bytes only where a string would not name the same file. */
export function nameOf(path: string): string | Buffer {
  return path.isWellFormed() ? path : bytesOf(path);
}

/** A name seen from the flow's own directory. An empty name stays empty: the system refuses it, as it should. */
export function locate(flow: ScriptFlow, path: string): string | Buffer {
  return nameOf(seenFrom(flow.directory, path));
}

/** How many of the last bytes belong to a character that has not ended yet: 0 to 3. */
export function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** The length of a character by its first byte; 1 where none starts so. */
export function sequenceLength(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

// From here on the order of UTF-16 units and the order of bytes may differ.
const beyond = /[\ud800-\uffff]/;

/** Whether texts compare by bytes as they compare by UTF-16 units. */
export function isOrdinary(text: string): boolean {
  return !beyond.test(text);
}

/** The order of two texts by their bytes: below 0, 0 or above 0. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  // Most texts differ at once, in characters that have the same order either way.
  const [first, other] = [a.charCodeAt(0), b.charCodeAt(0)];
  if (first !== other && first < 0xd800 && other < 0xd800) return first < other ? -1 : 1;
  if (isOrdinary(a) && isOrdinary(b)) return a < b ? -1 : 1;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}
