/** A text taken apart into what stays on one line, with its widths: once a text, for lines of any width. */

import { exactWidth, type Measure } from "./measure.ts";

/** Something that is not broken where it need not be: a word, or a Japanese one with what clings to it. */
export interface Piece {
  /** With the blanks behind it. */
  readonly text: string;
  /** Without and with the blanks. */
  readonly width: number;
  readonly full: number;
  /** A line ends behind it. */
  readonly ends: boolean;
}

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
  "gu",
);
const atomForm = new RegExp(`[${opening}]*[^\\s][${staying}]*\\s*`, "gu");
const hasWide = new RegExp(`[${wide}]`, "u");
/** So many wide letters in a row may be parted wherever the rules allow. */
const longWord = 13;

/** The pieces of a text, in order. */
export function piecesOf(text: string, size: number, measure: Measure = exactWidth): readonly Piece[] {
  return (text.match(pieceForm) ?? []).map((piece) => {
    const word = piece.trimEnd();
    const ends = piece.endsWith("\n");
    const shown = ends ? word : piece;
    const width = measure(word, size);
    return { text: shown, width, full: shown === word ? width : measure(shown, size), ends };
  });
}

/** The parts of a piece that may be parted where it has to be; undefined where it should stay whole as long as it fits a line. */
export function atomsOf({ text }: Piece): readonly string[] | undefined {
  return text.length >= longWord && hasWide.test(text) ? (text.match(atomForm) ?? []) : undefined;
}
