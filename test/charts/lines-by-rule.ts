// Lines as their rule says it, piece by piece: what the faster way is compared with.
import { exactWidth, fittedText, type Measure } from "../../src/charts/index.ts";

/** Something that is not broken where it need not be: a word, or a Japanese one with what clings to it. */
interface Piece {
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
function piecesOf(text: string, size: number, measure: Measure = exactWidth): readonly Piece[] {
  return (text.match(pieceForm) ?? []).map((piece) => {
    const word = piece.trimEnd();
    const ends = piece.endsWith("\n");
    const shown = ends ? word : piece;
    const width = measure(word, size);
    return { text: shown, width, full: shown === word ? width : measure(shown, size), ends };
  });
}

/** The parts of a piece that may be parted where it has to be; undefined where it should stay whole as long as it fits a line. */
function atomsOf({ text }: Piece): readonly string[] | undefined {
  return text.length >= longWord && hasWide.test(text) ? (text.match(atomForm) ?? []) : undefined;
}

interface Lines {
  readonly lines: readonly string[];
  /** Of each line. */
  readonly widths: readonly number[];
  /** Whether a blank stands behind a line; within a word, and in Japanese, there is none. */
  readonly blanks: readonly boolean[];
}

/** Lines of at most so many pixels; what does not fit into the last one is cut. Breaks at blanks, and within Japanese as its rules allow. */
export function wrappedByRule(
  text: string,
  size: number,
  width: number,
  most: number,
  measure: Measure,
): readonly string[] {
  const all = filledByRule(piecesOf(text, size, measure), size, width, measure);
  if (all.lines.length <= most) return all.lines;
  return [...all.lines.slice(0, most - 1), fittedText(restOf(all, most - 1), size, width, measure)];
}

/** The text from a line on, in one line. */
function restOf({ lines, blanks }: Lines, from: number): string {
  return lines
    .slice(from)
    .map((line, at) => (blanks[from + at] === true ? `${line} ` : line))
    .join("")
    .trimEnd();
}

/** The widths of all lines. */
export function widthsByRule(text: string, size: number, room: number, measure: Measure): readonly number[] {
  return filledByRule(piecesOf(text, size, measure), size, room, measure).widths;
}

/** Pieces put into lines of at most so many pixels. */
function filledByRule(pieces: readonly Piece[], size: number, room: number, measure: Measure): Lines {
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
