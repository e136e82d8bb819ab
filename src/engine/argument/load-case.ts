/** A case's file: its bytes, its text, and what they say. */

import { type CaseCodec, type CaseReading, codecOf, longestCase, readCase } from "../../assurance/index.ts";
import { createSource, decodeUtf8, firstInvalidUtf8, type SourceFile } from "../../text/index.ts";
import { readScript } from "../read-file.ts";
import { problemOf } from "../source-bytes.ts";
import type { LoadProblem } from "../unprepared.ts";
import { absolutePath } from "../working-directory.ts";

/** A file that could be read, whatever it says. */
export interface LoadedCase {
  /** As the user named it; `<stdin>` for `-`. */
  readonly name: string;
  readonly source: SourceFile;
  /** Undefined where no format fits. */
  readonly codec: CaseCodec | undefined;
  readonly reading: CaseReading;
}

/** How a file is read, where its name and its beginning do not say it. */
export interface ReadingChoice {
  readonly codec?: CaseCodec | undefined;
  /** The file whose name a module has that says none; the file itself otherwise. */
  readonly called?: string | undefined;
}

/** Reads a case in any format, or in the one that is given; "-" is standard input. A problem is that the file cannot be read at all. */
export function loadCase(name: string, choice: ReadingChoice = {}): LoadedCase | LoadProblem {
  const bytes = readScript(name === "-" ? 0 : absolutePath(name), longestCase);
  if (!(bytes instanceof Uint8Array)) return bytes.code === "EFBIG" ? tooLarge(name) : problemOf(name, bytes.code);
  return caseOfBytes(name === "-" ? "<stdin>" : name, bytes, choice);
}

/** A file's bytes as a case. */
export function caseOfBytes(name: string, bytes: Uint8Array, { codec, called }: ReadingChoice = {}): LoadedCase {
  const text = decoded(bytes);
  const source = createSource(name, text);
  const found = codec ?? codecOf(name, text);
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== -1) return { name, source, codec: found, reading: notUtf8(bytes, invalid) };
  return { name, source, codec: found, reading: readCase(text, called ?? name, found) };
}

/** Without a byte order mark, and with line ends of one kind, so that places fit. */
function decoded(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  return (text.startsWith("\ufeff") ? text.slice(1) : text).replaceAll("\r\n", "\n");
}

function notUtf8(bytes: Uint8Array, at: number): CaseReading {
  const start = decodeUtf8(bytes.subarray(0, at)).length;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const span = { start, end: start + 1 };
  const help = "save the file as UTF-8: iconv -f SHIFT_JIS -t UTF-8 FILE";
  return { ok: false, errors: [{ code: "FIL-07", message: `the byte 0x${byte} is not UTF-8`, span, help }] };
}

function tooLarge(name: string): LoadProblem {
  return {
    problem: `${name} has more than ${longestCase / 2 ** 20} MB`,
    next: "split the case into modules: `uses:` names their files",
  };
}
