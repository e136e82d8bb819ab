/** Texts broken into lines of a width. */

import { fittedText, textWidth } from "../svg.ts";

/** The pixels that a text takes in a size. */
export type Measure = (text: string, size: number) => number;

// A word with the blank behind it, or one wide character with what may not begin a line after it (JIS X 4051), and what may not end one ahead of it.
const pieceForm =
  /[「『（【〈《]*[\u2e80-\uffef][、。，．・：；！？」』）】〉》ーゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|[^\s\u2e80-\uffef]+\s*|\s+/gu;

/** Lines of at most so many pixels; what does not fit into the last one is cut. Breaks at blanks, and between wide characters. */
export function wrapped(
  text: string,
  size: number,
  width: number,
  most: number,
  measure: Measure = textWidth,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let taken = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = "";
    taken = 0;
  };
  for (const piece of text.match(pieceForm) ?? []) {
    // A word that is wider than a line is cut into pieces.
    for (const part of pieces(piece, size, width, measure)) {
      const needed = measure(part.trimEnd(), size);
      if (line !== "" && taken + needed > width) end();
      line += part;
      taken += part.endsWith(" ") ? measure(part, size) : needed;
    }
  }
  if (line.trimEnd() !== "") end();
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fittedText(lines.slice(most - 1).join(" "), size, width, measure)];
}

function pieces(text: string, size: number, width: number, measure: Measure): readonly string[] {
  if (measure(text.trimEnd(), size) <= width) return [text];
  const parts: string[] = [];
  let part = "";
  for (const character of text) {
    if (part !== "" && measure(part + character, size) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
