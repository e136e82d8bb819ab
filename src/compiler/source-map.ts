/** Marks in emitted text, and the version 3 source map that is made of them. */

import { placeOf, type SourceFile } from "../text/index.ts";
import { encodeVlq } from "./vlq.ts";

// Emitted JavaScript holds no control characters but newlines: string literals escape them.
const open = "\u0001";
const close = "\u0002";

/** Text that stands for "what follows comes from here" until `finishMarks` takes it out; `name` is what the script calls it. */
export function mark(file: number, offset: number, name = ""): string {
  return `${open}${file}:${offset}:${name}${close}`;
}

/** The text without its marks. */
export function withoutMarks(text: string): string {
  return text.includes(open) ? text.replace(/\u0001[^\u0002]*\u0002/g, "") : text;
}

interface Mark {
  readonly file: number;
  readonly offset: number;
  readonly name: string;
}

/** Takes the marks out of emitted text: the code, and its map (JSON) to the files' lines. Linear in the text. */
export function finishMarks(marked: string, files: readonly SourceFile[]): { readonly code: string; readonly map: string } {
  const pieces: string[] = [];
  const mappings: string[] = [];
  const names = new Map<string, number>();
  const before = { column: 0, file: 0, line: 0, sourceColumn: 0, name: 0 };
  let column = 0;
  let firstOnLine = true;
  let from = 0;

  const take = (text: string): void => {
    if (text === "") return;
    pieces.push(text);
    let lineStart = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", lineStart)) {
      mappings.push(";");
      firstOnLine = true;
      before.column = 0;
      column = 0;
      lineStart = at + 1;
    }
    column += text.length - lineStart;
  };

  const put = ({ file, offset, name }: Mark): void => {
    const source = files[file];
    if (source === undefined || (!firstOnLine && column === before.column && name === "")) return;
    const place = placeOf(source, offset);
    let segment = encodeVlq(column - before.column) + encodeVlq(file - before.file);
    segment += encodeVlq(place.line - 1 - before.line) + encodeVlq(place.column - 1 - before.sourceColumn);
    before.column = column;
    before.file = file;
    before.line = place.line - 1;
    before.sourceColumn = place.column - 1;
    if (name !== "") {
      const index = names.get(name) ?? names.size;
      names.set(name, index);
      segment += encodeVlq(index - before.name);
      before.name = index;
    }
    mappings.push(firstOnLine ? segment : `,${segment}`);
    firstOnLine = false;
  };

  for (let at = marked.indexOf(open); at !== -1; at = marked.indexOf(open, from)) {
    take(marked.slice(from, at));
    const end = marked.indexOf(close, at);
    const [file = "0", offset = "0", name = ""] = marked.slice(at + 1, end).split(":");
    put({ file: Number(file), offset: Number(offset), name });
    from = end + 1;
  }
  take(marked.slice(from));
  const map = {
    version: 3,
    sources: files.map((file) => file.name),
    names: [...names.keys()],
    mappings: mappings.join(""),
  };
  return { code: pieces.join(""), map: JSON.stringify(map) };
}
