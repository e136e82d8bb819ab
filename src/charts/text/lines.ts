/** Texts broken into lines of a width. */

import { fittedText } from "../svg.ts";
import { type Measure, textWidth } from "./measure.ts";
import { Pieces } from "./pieces.ts";

/** Lines of at most so many pixels; what does not fit into the last one is cut. Breaks at blanks, and within Japanese as its rules allow. */
export function wrapped(
  text: string,
  size: number,
  width: number,
  most: number,
  measure: Measure = textWidth,
): readonly string[] {
  const lines = new Lines().fill(new Pieces().read(text, size, measure), width);
  const count = lines.count <= most ? lines.count : most - 1;
  const shown = Array.from({ length: count }, (_, at) => lines.textOf(at));
  return lines.count <= most ? shown : [...shown, fittedText(lines.restFrom(most - 1), size, width, measure)];
}

/** The lines that the pieces of one text at a time fill, as lists of numbers; their texts are made of those that are asked for. */
export class Lines {
  count = 0;
  /** Pixels of each line. */
  readonly widths: number[] = [];
  readonly #starts: number[] = [];
  /** With the blanks behind it. */
  readonly #ends: number[] = [];
  /** Whether a line break follows. */
  readonly #breaks: boolean[] = [];
  #pieces = new Pieces();
  #room = 0;
  // The line that is being filled, and its width with and without the blanks at the end.
  #start = 0;
  #end = 0;
  #taken = 0;
  #shown = 0;

  /** Lines of at most so many pixels, until the pieces are those of another text. */
  fill(pieces: Pieces, room: number): this {
    this.#pieces = pieces;
    this.#room = room;
    this.count = 0;
    this.#begin();
    const { count, widths, fulls, starts, ends, breaks } = pieces;
    for (let at = 0; at < count; at += 1) {
      const width = widths[at]!;
      if (this.#taken + width <= room) this.#add(starts[at]!, ends[at]!, width, fulls[at]!);
      else this.#addWide(at);
      if (breaks[at]!) this.#close(true);
    }
    if (this.#end > this.#start && this.#hasLetters()) this.#close(false);
    return this;
  }

  textOf(at: number): string {
    return this.#pieces.shown(this.#starts[at]!, this.#ends[at]!).trimEnd();
  }

  /** The text from a line on, in one line. */
  restFrom(from: number): string {
    let rest = "";
    for (let at = from; at < this.count; at += 1) {
      const text = this.textOf(at);
      rest += this.#hasBlank(at, text) ? `${text} ` : text;
    }
    return rest.trimEnd();
  }

  /** Whether a blank stands behind a line; within a word, and in Japanese, there is none. */
  #hasBlank(at: number, text: string): boolean {
    return this.#breaks[at]! || text !== this.#pieces.shown(this.#starts[at]!, this.#ends[at]!);
  }

  #begin(): void {
    this.#start = 0;
    this.#end = 0;
    this.#taken = 0;
    this.#shown = 0;
  }

  #add(start: number, end: number, width: number, full: number): void {
    if (this.#end === this.#start) this.#start = start;
    this.#end = end;
    this.#shown = this.#taken + width;
    this.#taken += full;
  }

  #close(isBreak: boolean): void {
    const at = this.count;
    this.#starts[at] = this.#start;
    this.#ends[at] = this.#end;
    this.widths[at] = this.#shown;
    this.#breaks[at] = isBreak;
    this.count = at + 1;
    this.#begin();
  }

  #hasLetters(): boolean {
    const { text } = this.#pieces;
    // Mostly its last letter, or the one ahead of a blank, tells.
    const last = text.charCodeAt(this.#end - 1);
    return (last > 32 && last < 0x7f) || this.#pieces.shown(this.#start, this.#end).trimEnd() !== "";
  }

  /** A piece that the line has no room for. */
  #addWide(at: number): void {
    const { size, measure, text, starts, ends, widths, fulls } = this.#pieces;
    const room = this.#room;
    const start = starts[at]!;
    const end = ends[at]!;
    const width = widths[at]!;
    const atoms = this.#pieces.atomsOf(at);
    // A word is not parted for the sake of two letters.
    if (this.#end > this.#start && (atoms === undefined || room - this.#taken < 3 * size)) this.#close(false);
    if (this.#taken + width <= room) {
      this.#add(start, end, width, fulls[at]!);
      return;
    }
    let from = start;
    for (const part of atoms ?? cut(text.slice(start, end), size, room, measure)) {
      const needed = measure(part.trimEnd(), size);
      if (this.#end > this.#start && this.#taken + needed > room) this.#close(false);
      this.#add(from, from + part.length, needed, measure(part, size));
      from += part.length;
    }
  }
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
