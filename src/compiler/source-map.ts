/** Marks in emitted text, and the version 3 source map that is made of them. */

import { placeOf, type SourceFile } from "../text/index.ts";
import { encodeVlq } from "./vlq.ts";

/** What marks stand for, by number. */
export interface Marks {
  /** Text that stands for "what follows comes from here" until `finishMarks` takes it out; `name` is what the script calls it. */
  make(file: number, offset: number, name?: string): string;
  readonly files: readonly number[];
  readonly offsets: readonly number[];
  readonly names: ReadonlyMap<number, string>;
}

// A mark is this character and four digits of seven bits, spelt U+0080 to U+00FF: emitted JavaScript holds no control
// characters but newlines (its string literals escape them), and V8 keeps such text at a byte a character.
const sign = "\u0001";
const length = 5;

export function createMarks(): Marks {
  const files: number[] = [];
  const offsets: number[] = [];
  const names = new Map<number, string>();
  return {
    files,
    offsets,
    names,
    make(file, offset, name) {
      const index = files.length;
      files.push(file);
      offsets.push(offset);
      if (name !== undefined) names.set(index, name);
      const [high, low] = [index >> 14, index & 0x3fff];
      return sign + String.fromCharCode(0x80 | (high >> 7), 0x80 | (high & 127), 0x80 | (low >> 7), 0x80 | (low & 127));
    },
  };
}

/** The text without its marks. */
export function withoutMarks(text: string): string {
  return text.includes(sign) ? text.replace(/\u0001.{4}/gs, "") : text;
}

/** Takes the marks out of emitted text: the code, and its map (JSON) to the files' lines. Linear in the text. */
export function finishMarks(
  marked: string,
  marks: Marks,
  sources: readonly SourceFile[],
): { readonly code: string; readonly map: string } {
  const pieces: string[] = [];
  const map = createMappings(sources);
  let from = 0;
  for (let at = marked.indexOf(sign); at !== -1; at = marked.indexOf(sign, from)) {
    pieces.push(marked.slice(from, at));
    map.pass(marked, from, at);
    let index = 0;
    for (let digit = 1; digit < length; digit += 1) index = index * 128 + marked.charCodeAt(at + digit) - 0x80;
    map.put(marks.files[index] ?? 0, marks.offsets[index] ?? 0, marks.names.get(index));
    from = at + length;
  }
  pieces.push(marked.slice(from));
  return { code: pieces.join(""), map: map.text() };
}

interface Mappings {
  /** Goes over emitted text. */
  pass(text: string, from: number, to: number): void;
  /** Notes where the text at the current position comes from. */
  put(file: number, offset: number, name: string | undefined): void;
  text(): string;
}

/** The mappings of ECMA-426: one list a line, each entry a difference to the one before. */
function createMappings(sources: readonly SourceFile[]): Mappings {
  const parts: string[] = [];
  const names = new Map<string, number>();
  const before = { column: 0, file: 0, line: 0, sourceColumn: 0, name: 0 };
  let column = 0;
  let isFirst = true;
  // Looked for once a line: a line may be long, and hold many marks.
  let newline = -1;
  return {
    pass(text, from, to) {
      let lineStart = from;
      if (newline < from) newline = endOfLine(text, from);
      while (newline < to) {
        parts.push(";");
        isFirst = true;
        before.column = 0;
        column = 0;
        lineStart = newline + 1;
        newline = endOfLine(text, lineStart);
      }
      column += to - lineStart;
    },
    put(file, offset, name) {
      const source = sources[file];
      if (source === undefined || (!isFirst && column === before.column && name === undefined)) return;
      const place = placeOf(source, offset);
      const [line, sourceColumn] = [place.line - 1, place.column - 1];
      let segment = encodeVlq(column - before.column) + encodeVlq(file - before.file);
      segment += encodeVlq(line - before.line) + encodeVlq(sourceColumn - before.sourceColumn);
      Object.assign(before, { column, file, line, sourceColumn });
      if (name !== undefined) {
        const index = names.get(name) ?? names.size;
        names.set(name, index);
        segment += encodeVlq(index - before.name);
        before.name = index;
      }
      parts.push(isFirst ? segment : `,${segment}`);
      isFirst = false;
    },
    text: () =>
      JSON.stringify({
        version: 3,
        sources: sources.map((source) => source.name),
        names: [...names.keys()],
        mappings: parts.join(""),
      }),
  };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at;
}
