/** The formats that cases are read from and written to, and which one a text is. */

import { dcaseEditorCodec, dcaseXmlCodec } from "./dcase-editor/codecs.ts";
import { jsonCodec } from "./json/codec.ts";
import { arrangedFile } from "./model/arranged.ts";
import { longestCase } from "./model/limits.ts";
import { numbersOf } from "./model/numbers.ts";
import type { CaseCodec, CaseReading, CaseWriting } from "./model/reading.ts";
import type { CaseFile } from "./model/revision.ts";
import { svgCodec } from "./picture/codec.ts";
import { sacmCodec } from "./sacm/codec.ts";
import { wgsnCodec } from "./wgsn/codec.ts";
import { sniffXml } from "./xml/sniff.ts";
import { yamlCodec } from "./yaml/codec.ts";

export const codecs: readonly CaseCodec[] = [
  yamlCodec,
  jsonCodec,
  wgsnCodec,
  dcaseEditorCodec,
  dcaseXmlCodec,
  sacmCodec,
  svgCodec,
];

export function codecNamed(name: string): CaseCodec | undefined {
  return codecs.find((codec) => codec.name === name);
}

/** The format of a file: XML by what is in it, all others by their names, or else by how the text begins. */
export function codecOf(name: string, text?: string): CaseCodec | undefined {
  const xml = text === undefined ? undefined : sniffXml(text.slice(0, sniffed));
  if (xml !== undefined) return codecNamed(xml);
  const byName = codecs
    .flatMap((codec) => codec.endings.map((ending) => ({ codec, ending })))
    .filter(({ ending }) => name.toLowerCase().endsWith(ending))
    .toSorted((a, b) => b.ending.length - a.ending.length)[0]?.codec;
  return byName ?? (text === undefined ? undefined : codecOfText(text));
}

/** Looked at of a text whose format is not known. */
const sniffed = 2 ** 18;

function codecOfText(text: string): CaseCodec | undefined {
  // A file may open with what it says of itself, at any length.
  const start = text
    .replace(/^(?:[^\S\n]*(?:#(?!\d+::).*)?\n)+/, "")
    .slice(0, 2000)
    .trimStart();
  if (start.startsWith("{")) return jsonCodec;
  if (start.includes("<svg")) return svgCodec;
  if (/^(?:#\d+::|Revision::|\*+ ?[A-Z])/.test(start)) return wgsnCodec;
  if (/^(?:module|[A-Z][A-Za-z0-9_.-]*)\s*:/m.test(start)) return yamlCodec;
  return undefined;
}

/** Reads a case in any format; `name` is its file's name. Never throws. */
export function readCase(text: string, name: string, codec = codecOf(name, text)): CaseReading {
  if (text.length > longestCase) {
    const message = `the file has more than ${longestCase / 2 ** 20} MB`;
    return { ok: false, errors: [{ code: "FIL-06", message, help: "split the case into modules" }] };
  }
  if (codec === undefined) {
    const help = `say which one it is: ${codecs.map((each) => each.name).join(", ")}`;
    return {
      ok: false,
      errors: [{ code: "FIL-01", message: "this is no format of a D-Case that is known here", help }],
    };
  }
  const reading = codec.read(text, nameOf(name));
  if (!reading.ok) return reading;
  const file = arrangedFile(reading.file);
  // Made here once, so that whoever checks, draws or signs the case finds them made.
  numbersOf(file.case);
  return { ...reading, file };
}

/** `called`: the name of the file that it is written to, where that is known. */
export function writeCase(file: CaseFile, codec: CaseCodec, called?: string): CaseWriting {
  const writing = codec.write(arrangedFile(file));
  if (codec !== wgsnCodec || called === undefined || nameOf(called) === file.case.module.name) return writing;
  // Such a file says no name of its own.
  return { ...writing, lost: [{ what: `the module's name, ${file.case.module.name}` }, ...writing.lost] };
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
