/** How many terminal columns a text takes. */

/** What characters are looked up in: made with the first that is no Latin one, as most texts have none. */
interface Tables {
  /** Ranges of East Asian wide and fullwidth characters (Unicode TR 11, classes W and F), coarse but ordered. Halfwidth kana lie outside. */
  readonly wide: readonly (readonly [number, number])[];
  /** Combining marks and format characters, and the vowels and finals that Hangul letters are joined with. */
  readonly columnless: RegExp;
  /** Regional indicators are letters of a flag: two of them make one picture, or stand as they are. */
  readonly picture: RegExp;
}

let known: Tables | undefined;

/**
 * The columns that a line of text takes in a terminal; combining marks take none, CJK and pictures take two.
 * Characters of ambiguous width ("…", "①", Greek) take one, as in every UTF-8 locale.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  known ??= makeTables();
  if (known.columnless.test(character)) return 0;
  return isWide(known.wide, code) || known.picture.test(character) ? 2 : 1;
}

function isWide(wide: Tables["wide"], code: number): boolean {
  for (const [first, last] of wide) {
    if (code < first) return false;
    if (code <= last) return true;
  }
  return false;
}

function makeTables(): Tables {
  return {
    wide: [
      [0x1100, 0x115f],
      [0x2329, 0x232a],
      [0x2e80, 0x303e],
      [0x3041, 0x33ff],
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0xa000, 0xa4cf],
      [0xa960, 0xa97f],
      [0xac00, 0xd7a3],
      [0xf900, 0xfaff],
      [0xfe10, 0xfe19],
      [0xfe30, 0xfe6f],
      [0xff00, 0xff60],
      [0xffe0, 0xffe6],
      [0x16fe0, 0x18cff],
      [0x1aff0, 0x1b2ff],
      [0x1f200, 0x1f265],
      [0x20000, 0x3fffd],
    ],
    columnless: /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]/u,
    picture: /(?![\u{1f1e6}-\u{1f1ff}])\p{Emoji_Presentation}/u,
  };
}
