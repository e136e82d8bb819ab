/** A source file and where things stand in it. */

/** A half-open range of UTF-16 offsets into a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A position as people count it: line and column from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A script's text under the name that messages show, with the offset of each line's first character. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Makes a source of `text`; lines end at "\n" (a "\r" ahead of it belongs to the line end). */
export function createSource(name: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { name, text, lineStarts };
}

/** The place of an offset; offsets outside of the text are moved to its nearest end. */
export function placeOf(source: SourceFile, offset: number): Place {
  const wanted = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: wanted - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a line (from 1), without its line end; empty where there is no such line. */
export function lineText(source: SourceFile, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const next = source.lineStarts[line];
  const end = next === undefined ? source.text.length : next - 1;
  const text = source.text.slice(start, end);
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}
