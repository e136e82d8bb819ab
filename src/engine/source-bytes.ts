/** From a script's bytes to its source, and what is said where they are none. */

import { isUtf8 } from "node:buffer";
import { basename } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/index.ts";
import { createSource, decodeUtf8, firstInvalidUtf8, type SourceFile } from "../text/index.ts";
import type { LoadProblem } from "./unprepared.ts";

/** A source, and the diagnostic where its bytes are no text. */
export interface Decoded {
  readonly source: SourceFile;
  readonly wrong?: Diagnostic;
}

/** Decodes a script's bytes. */
export function decodeScript(name: string, bytes: Uint8Array): Decoded {
  const source = createSource(name, decode(bytes));
  const invalid = isUtf8(bytes) ? -1 : firstInvalidUtf8(bytes);
  return invalid === -1 ? { source } : { source, wrong: notUtf8(source, bytes, invalid) };
}

/** Text of a source: a byte order mark is skipped; bytes that are not UTF-8 have their own diagnostic. */
function decode(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // Buffer's decoder is native; only bytes that it would lose take the slow way.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start).toString("utf8");
  return text.includes("\ufffd") ? decodeUtf8(bytes.subarray(start)) : text;
}

function notUtf8(source: SourceFile, bytes: Uint8Array, at: number): Diagnostic {
  const offset = decodeUtf8(bytes.subarray(0, at)).length;
  const value = (bytes[at] ?? 0).toString(16).padStart(2, "0");
  return diagnose("DS1903", source, { start: offset, end: offset + 1 }, { byte: value, offset: at });
}

/** Why a script cannot be read, by the system's code. */
export function problemOf(name: string, code: string): LoadProblem {
  const shown = basename(name) === name ? name : `${name}`;
  switch (code) {
    case "ENOENT":
      return { problem: `there is no file ${shown}`, next: "check the name and the folder you are in" };
    case "EISDIR":
      return { problem: `${shown} is a directory`, next: "name a script in it" };
    case "EACCES":
      return { problem: `${shown} may not be read`, next: "its owner can allow it: chmod a+r" };
    case "EFBIG":
      return {
        problem: `${shown} is larger than 16 MiB, the limit of a script`,
        next: "move its data to a file of its own",
      };
    default:
      return { problem: `${shown} cannot be read: ${code}`, next: "see whether other programs can read it" };
  }
}
