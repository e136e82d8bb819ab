/** A text taken apart into what stays on one line, with its widths: once a text, for lines of any width. */

import { asciiWidths, exactWidth, type Measure } from "./measure.ts";

// What may not end a line, and what may not begin one (JIS X 4051, JLReq: line-start and line-end prohibition).
const opening = "「『（【〈《〔［｛〝“‘";
const staying =
  "、。，．・：；！？」』）】〉》〕］｝〟”’…‥ーゝゞヽヾ々〻゛゜〜～％℃ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";
const wide = "\\u2e80-\\uffef\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}";
const hiragana = "[\\u3041-\\u309f]";

/** All of a short ending, or else the particle that it begins with. */
const ending = `(?:${hiragana}{1,4}(?!${hiragana})|[はがをにでともへやの](?=${hiragana}))?`;

// Endings in hiragana stay with the kanji, the katakana or the Latin word ahead of them, so that no line begins with a particle.
const pieceForm = new RegExp(
  `[${opening}]*(?:` +
    [
      `[^\\s${wide}${opening}]*[0-9][\\u4e00-\\u9fff]{1,2}${ending}`,
      `[\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3fffd}〆〇々]+(?:${hiragana}{1,7}(?!${hiragana})|${hiragana}{0,4})`,
      `[\\u30a1-\\u30ff\\u31f0-\\u31ff]+${ending}`,
      `${hiragana}{1,8}`,
      "[\\uac00-\\ud7a3]+",
      `[^\\s${wide}${opening}]+[はがをにでともへや]?`,
      `[${wide}]`,
    ].join("|") +
    `)[${staying}]*[^\\S\\n]*\\n?|\\s`,
  "yu",
);
const atomForm = new RegExp(`[${opening}]*[^\\s][${staying}]*\\s*`, "gu");
const hasWide = new RegExp(`[${wide}]`, "u");
/** So many wide letters in a row may be parted wherever the rules allow. */
const longWord = 13;

const newline = 10;
const blank = 32;

/**
 * The pieces of one text at a time, as lists of numbers: a case has hundreds of thousands of them. A piece is not broken where it
 * need not be: a word, or a Japanese one with what clings to it.
 */
export class Pieces {
  text = "";
  size = 0;
  measure: Measure = exactWidth;
  count = 0;
  /** Of each piece where it begins, and where the blanks behind it end. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Without and with the blanks. */
  readonly widths: number[] = [];
  readonly fulls: number[] = [];
  /** A line ends behind it. */
  readonly breaks: boolean[] = [];
  /** Letters of the text that are in no piece. */
  readonly gaps: number[] = [];

  read(text: string, size: number, measure: Measure = exactWidth): this {
    this.text = text;
    this.size = size;
    this.measure = measure;
    this.count = 0;
    this.gaps.length = 0;
    if (!this.#readSimple()) this.#readAny();
    return this;
  }

  /** Pixels of all pieces, with their blanks. */
  total(): number {
    let total = 0;
    for (let at = 0; at < this.count; at += 1) total += this.fulls[at]!;
    return total;
  }

  /** Pixels of the widest piece. */
  widest(): number {
    let widest = 0;
    for (let at = 0; at < this.count; at += 1) if (this.widths[at]! > widest) widest = this.widths[at]!;
    return widest;
  }

  /** What stands from one letter to another. */
  shown(start: number, end: number): string {
    if (this.gaps.length === 0) return this.text.slice(start, end);
    let [shown, from] = ["", start];
    for (const gap of this.gaps) {
      if (gap < from || gap >= end) continue;
      shown += this.text.slice(from, gap);
      from = gap + 1;
    }
    return shown + this.text.slice(from, end);
  }

  /** The parts of a piece that may be parted where it has to be; undefined where it should stay whole as long as it fits a line. */
  atomsOf(at: number): readonly string[] | undefined {
    const [start, end] = [this.starts[at]!, this.ends[at]!];
    if (end - start < longWord) return undefined;
    const text = this.text.slice(start, end);
    return hasWide.test(text) ? (text.match(atomForm) ?? []) : undefined;
  }

  /** Letters of ASCII, whose words are what stands between blanks; false of any other text, of which nothing is kept then. */
  #readSimple(): boolean {
    const { text, size, measure } = this;
    const { length } = text;
    const known = asciiWidths();
    for (let at = 0; at < length; ) {
      const start = at;
      let letters = 0;
      let code = text.charCodeAt(at);
      while (code > blank && code < 0x7f) {
        letters += known[code]!;
        at += 1;
        code = text.charCodeAt(at);
      }
      const word = at;
      let blanks = 0;
      // Blanks that no word is ahead of are pieces, each by itself.
      if (word === start && code === blank) {
        blanks = known[blank]!;
        at += 1;
      } else
        while (word > start && code === blank) {
          blanks += known[blank]!;
          at += 1;
          code = text.charCodeAt(at);
        }
      const isEnd = code === newline && (word > start || at === start);
      if (isEnd) at += 1;
      else if (at < length && code !== blank && (code < blank || code > 0x7e)) {
        this.count = 0;
        return false;
      }
      if (measure !== exactWidth) this.#add(start, word, at, isEnd);
      else if (isEnd) this.#put(start, word, (letters * size) / 1000, (letters * size) / 1000, true);
      else this.#put(start, at, (letters * size) / 1000, ((letters + blanks) * size) / 1000, false);
    }
    return true;
  }

  #readAny(): void {
    const { text } = this;
    for (let at = 0; at < text.length; ) {
      pieceForm.lastIndex = at;
      if (pieceForm.test(text)) {
        const end = pieceForm.lastIndex;
        this.#add(at, at + text.slice(at, end).trimEnd().length, end, text.charCodeAt(end - 1) === newline);
        at = end;
      } else {
        const next = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
        for (; at < next; at += 1) this.gaps.push(at);
      }
    }
  }

  #add(start: number, word: number, end: number, isEnd: boolean): void {
    const shown = isEnd ? word : end;
    const width = this.#widthOf(start, word);
    this.#put(start, shown, width, shown === word ? width : this.#widthOf(start, shown), isEnd);
  }

  #put(start: number, end: number, width: number, full: number, isEnd: boolean): void {
    const { count } = this;
    this.starts[count] = start;
    this.ends[count] = end;
    this.widths[count] = width;
    this.fulls[count] = full;
    this.breaks[count] = isEnd;
    this.count = count + 1;
  }

  #widthOf(start: number, end: number): number {
    return this.measure(this.text.slice(start, end), this.size);
  }
}
