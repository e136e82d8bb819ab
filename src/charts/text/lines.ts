/** Texts broken into lines of a width. */

import { fittedText } from "../svg.ts";
import { type Measure, textWidth } from "./measure.ts";
import { atomsOf, type Piece, piecesOf } from "./pieces.ts";

export interface Lines {
  readonly lines: readonly string[];
  /** Of each line. */
  readonly widths: readonly number[];
  /** Whether a blank stands behind a line; within a word, and in Japanese, there is none. */
  readonly blanks: readonly boolean[];
}

/** Lines of at most so many pixels; what does not fit into the last one is cut. Breaks at blanks, and within Japanese as its rules allow. */
export function wrapped(
  text: string,
  size: number,
  width: number,
  most: number,
  measure: Measure = textWidth,
): readonly string[] {
  const all = filled(piecesOf(text, size, measure), size, width, measure);
  if (all.lines.length <= most) return all.lines;
  return [...all.lines.slice(0, most - 1), fittedText(restOf(all, most - 1), size, width, measure)];
}

/** The text from a line on, in one line. */
export function restOf({ lines, blanks }: Lines, from: number): string {
  return lines
    .slice(from)
    .map((line, at) => (blanks[from + at] === true ? `${line} ` : line))
    .join("")
    .trimEnd();
}

/** Pieces put into lines of at most so many pixels. */
export function filled(pieces: readonly Piece[], size: number, room: number, measure: Measure): Lines {
  const lines: string[] = [];
  const widths: number[] = [];
  const blanks: boolean[] = [];
  let line = "";
  // With and without the blanks at the end.
  let [taken, shown] = [0, 0];
  const end = (isParted = false): void => {
    const text = line.trimEnd();
    lines.push(text);
    widths.push(shown);
    blanks.push(isParted || text !== line);
    line = "";
    taken = 0;
    shown = 0;
  };
  const add = (text: string, width: number, full: number): void => {
    line += text;
    shown = taken + width;
    taken += full;
  };
  for (const piece of pieces) {
    const { text, width, full, ends } = piece;
    if (taken + width <= room) add(text, width, full);
    else {
      const atoms = atomsOf(piece);
      // A word is not parted for the sake of two letters.
      if (line !== "" && (atoms === undefined || room - taken < 3 * size)) end();
      if (taken + width <= room) add(text, width, full);
      else
        for (const part of atoms ?? cut(text, size, room, measure)) {
          const needed = measure(part.trimEnd(), size);
          if (line !== "" && taken + needed > room) end();
          add(part, needed, measure(part, size));
        }
    }
    if (ends) end(true);
  }
  if (line.trimEnd() !== "") end();
  return { lines, widths, blanks };
}

/** A word that is wider than a line: parted behind a sign in its second half, or else where the line ends. */
function cut(word: string, size: number, room: number, measure: Measure): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let width = 0;
  for (const character of word) {
    const needed = measure(character, size);
    if (part !== "" && character.trim() !== "" && width + needed > room) {
      const sign = Math.max(...["-", "/", "_", ".", ",", ":", "=", "&"].map((one) => part.lastIndexOf(one)));
      const at = sign >= part.length / 2 ? sign + 1 : part.length;
      parts.push(part.slice(0, at));
      part = part.slice(at);
      width = measure(part, size);
    }
    part += character;
    width += needed;
  }
  return [...parts, part];
}
