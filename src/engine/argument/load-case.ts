/** A case's file: its bytes, its text, and what they say. */

import { type CaseCodec, type CaseReading, codecOf, longestCase, readCase } from "../../assurance/index.ts";
import { createSource, type SourceFile } from "../../text/index.ts";
import { readScript } from "../read-file.ts";
import { problemOf } from "../source-bytes.ts";
import type { LoadProblem } from "../unprepared.ts";
import { absolutePath } from "../working-directory.ts";
import { encodingTrouble, textOfBytes } from "./encoding.ts";

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
  if (!(bytes instanceof Uint8Array)) return problemOfCase(name, bytes.code);
  return caseOfBytes(name === "-" ? "<stdin>" : name, bytes, choice);
}

/** A file's bytes as a case. */
export function caseOfBytes(name: string, bytes: Uint8Array, { codec, called }: ReadingChoice = {}): LoadedCase {
  const text = textOfBytes(bytes);
  const source = createSource(name, text);
  const found = codec ?? codecOf(name, text);
  const wrong = encodingTrouble(bytes);
  if (wrong !== undefined) return { name, source, codec: found, reading: { ok: false, errors: [wrong] } };
  return { name, source, codec: found, reading: readCase(text, called ?? name, found) };
}

function problemOfCase(name: string, code: string): LoadProblem {
  const { problem, next } = problemOf(name, code);
  if (code === "EISDIR") return { problem, next: "name a case in it: NAME.dcase.yaml" };
  if (code !== "EFBIG") return { problem, next };
  return {
    problem: `${name} has more than ${longestCase / 2 ** 20} MB`,
    next: "split the case into modules: `uses:` names their files",
  };
}
