/** Sets of characters as a pattern names them: one bit for each ASCII character, one for all blanks beyond, one for all others. */

/** Bits 0 to 127 for ASCII, 128 for other blanks, 129 for the rest. Where more than needed is in a set, a pattern counts as riskier than it is. */
export type CharacterSet = bigint;

const ascii: CharacterSet = (1n << 128n) - 1n;
const blanks: CharacterSet = 1n << 128n;
const others: CharacterSet = 1n << 129n;
export const everything: CharacterSet = ascii | blanks | others;

/** The set of a range of code points, ends included. */
export function range(from: number, to: number): CharacterSet {
  let set = 0n;
  for (let code = from; code <= Math.min(to, 127); code += 1) set |= 1n << BigInt(code);
  if (to <= 127) return set;
  return from === to ? set | (/\s/.test(String.fromCodePoint(to)) ? blanks : others) : set | blanks | others;
}

/** All that is not in a set; `named` is what of it stands there as `\s`, `\W` and their kin, and so wholly. */
export function complement(set: CharacterSet, named: CharacterSet): CharacterSet {
  return (ascii & ~set) | ((blanks | others) & ~named);
}

const digits = range(48, 57);
const word = digits | range(65, 90) | range(97, 122) | range(95, 95);
const space = range(9, 13) | range(32, 32) | blanks;
const lineEnds = range(10, 10) | range(13, 13);

/** `.` without the flag `s`: line ends are taken out, but U+2028 and U+2029 stay in. */
export const anyButLineEnds: CharacterSet = everything & ~lineEnds;

/** What `\d`, `\W` and their kin stand for; undefined for a letter that names no set. */
export function namedSet(letter: string): CharacterSet | undefined {
  switch (letter) {
    case "d":
      return digits;
    case "D":
      return everything & ~digits;
    case "w":
      return word;
    case "W":
      return everything & ~word;
    case "s":
      return space;
    case "S":
      return everything & ~space;
    case "p":
    case "P":
      return everything;
    default:
      return undefined;
  }
}

/** The set with the other case of each of its letters. */
export function withoutCase(set: CharacterSet): CharacterSet {
  const upper = range(65, 90);
  const lower = range(97, 122);
  const letters = set & (upper | lower);
  const both = set | ((set & upper) << 32n) | ((set & lower) >> 32n);
  // `s` and `k` have partners beyond ASCII.
  return letters === 0n ? both : both | others;
}
