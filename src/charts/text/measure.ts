/** How many pixels a text takes in the font that pictures are drawn with. */

import { displayWidth } from "../../text/index.ts";
import { advances } from "./advances.ts";

/** The pixels that a text takes in a size. */
export type Measure = (text: string, size: number) => number;

/** Behind it are wide scripts: each letter is as wide as it is high. */
const firstWide = 0x2e80;
/** Of letters that the font does not have: about what other fonts give them. */
const unknown = 550;
/** Other machines draw Latin letters with wider fonts. */
const spare = 1.08;

/** Thousandths by code; made at the first text, and of what the font does not have when it is met. */
let known: Uint16Array | undefined;
const unmet = 0xffff;

/** The width in the font itself, for what is drawn with it for certain, or fitted to it. */
export function exactWidth(text: string, size: number): number {
  return (widths(text, 1) * size) / 1000;
}

/** The width with something to spare, for fonts that are wider than ours. */
export function textWidth(text: string, size: number): number {
  return (widths(text, spare) * size) / 1000;
}

function widths(text: string, factor: number): number {
  known ??= decoded();
  let narrow = 0;
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < firstWide) {
      const width = known[code]!;
      narrow += width === unmet ? meet(known, code) : width;
    } else if (code < 0xd800 || (code > 0xf8ff && code < 0xfe00)) wide += 1000;
    else {
      const whole = text.codePointAt(at) ?? code;
      if (whole > 0xffff) at += 1;
      wide += [0, 500, 1000][displayWidth(String.fromCodePoint(whole))] ?? 1000;
    }
  }
  return narrow * factor + wide;
}

/** Thousandths by the codes of ASCII, in the font itself. */
export function asciiWidths(): Uint16Array {
  known ??= decoded();
  return known;
}

function decoded(): Uint16Array {
  const table = new Uint16Array(firstWide).fill(unmet);
  table.fill(0, 0, 0x20);
  table.fill(unknown, 0x20, 0x300);
  for (const [first, digits] of advances)
    for (let at = 0; at < digits.length; at += 2) table[first + at / 2] = Number.parseInt(digits.slice(at, at + 2), 36);
  return table;
}

function meet(table: Uint16Array, code: number): number {
  const width = [0, unknown, 1000][displayWidth(String.fromCharCode(code))] ?? unknown;
  table[code] = width;
  return width;
}
