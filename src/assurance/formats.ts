/** The formats that cases are read from and written to, and which one a text is. */

import { jsonCodec } from "./json/codec.ts";
import { arrangedFile } from "./model/arranged.ts";
import type { CaseCodec, CaseReading, CaseWriting } from "./model/reading.ts";
import type { CaseFile } from "./model/revision.ts";
import { yamlCodec } from "./yaml/codec.ts";

/** Bytes and UTF-16 units that a file has at most. */
export const longestCase = 64 * 2 ** 20;

export const codecs: readonly CaseCodec[] = [yamlCodec, jsonCodec];

export function codecNamed(name: string): CaseCodec | undefined {
  return codecs.find((codec) => codec.name === name);
}

/** The format of a file: by its name, or else by how its text begins. */
export function codecOf(name: string, text?: string): CaseCodec | undefined {
  const byName = codecs
    .flatMap((codec) => codec.endings.map((ending) => ({ codec, ending })))
    .filter(({ ending }) => name.toLowerCase().endsWith(ending))
    .toSorted((a, b) => b.ending.length - a.ending.length)[0]?.codec;
  return byName ?? (text === undefined ? undefined : codecOfText(text));
}

function codecOfText(text: string): CaseCodec | undefined {
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith("{")) return jsonCodec;
  if (/^(?:module|[A-Z][A-Za-z0-9_.-]*)\s*:/m.test(start)) return yamlCodec;
  return undefined;
}

/** Reads a case in any format; `name` is its file's name. Never throws. */
export function readCase(text: string, name: string, codec = codecOf(name, text)): CaseReading {
  if (text.length > longestCase) {
    const message = `the file has more than ${longestCase / 2 ** 20} MB`;
    return { ok: false, errors: [{ code: "FIL-05", message, help: "split the case into modules" }] };
  }
  if (codec === undefined) {
    const help = `say which one it is: ${codecs.map((each) => each.name).join(", ")}`;
    return {
      ok: false,
      errors: [{ code: "FIL-10", message: "this is no format of a D-Case that is known here", help }],
    };
  }
  const reading = codec.read(text, nameOf(name));
  return reading.ok ? { ...reading, file: arrangedFile(reading.file) } : reading;
}

export function writeCase(file: CaseFile, codec: CaseCodec): CaseWriting {
  return codec.write(arrangedFile(file));
}

/** A module's name from its file's: without folders and endings. */
function nameOf(file: string): string {
  const base = file.split("/").at(-1) ?? file;
  const ending = codecs
    .flatMap(({ endings }) => endings)
    .toSorted((a, b) => b.length - a.length)
    .find((each) => base.toLowerCase().endsWith(each));
  return ending === undefined ? base : base.slice(0, base.length - ending.length);
}
