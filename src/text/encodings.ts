/** Which encoding a text is in that is no UTF-8, as far as its bytes tell. */

import { sequenceLength } from "./bytes.ts";

/** As iconv names them. */
export type Encoding =
  | "UTF-16"
  | "UTF-16LE"
  | "UTF-16BE"
  | "UTF-32"
  | "SHIFT_JIS"
  | "EUC-JP"
  | "WINDOWS-1252"
  | "ISO-8859-1";

/** Looked at of a text. */
const most = 2 ** 20;

/** Of two or four bytes a character: by its mark, or by the zeros of its ASCII letters. Undefined where it is none of those. */
export function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? "UTF-32" : "UTF-16";
  if (first === 0xfe && second === 0xff) return "UTF-16";
  const zeros = [0, 0];
  const end = Math.min(bytes.length, most);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Keys, blanks and line ends are ASCII, whatever language the texts are in.
  if (Math.max(even, odd) * 10 < end) return undefined;
  return even > odd * 10 ? "UTF-16BE" : odd > even * 10 ? "UTF-16LE" : undefined;
}

/** Most likely first; none where it is no text that is known here; "mixed" where all but a few bytes are UTF-8. */
export function encodingsOf(bytes: Uint8Array): readonly Encoding[] | "mixed" {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return [wide];
  const seen = bytes.subarray(0, most);
  if (isMostlyUtf8(seen)) return "mixed";
  const japanese = [eucJp(seen), shiftJis(seen)].filter((each) => each !== undefined);
  const [sure] = japanese.filter(({ hasKana }) => hasKana);
  if (sure !== undefined) return [sure.name];
  const latin = latinOf(seen);
  // Single letters between ASCII's: é, ü, ß.
  if (latin !== undefined && hasSingleLetters(seen)) return [latin];
  return [...japanese.map(({ name }) => name), ...(latin === undefined ? [] : [latin])];
}

interface Found {
  readonly name: Encoding;
  /** Hardly a sentence in Japanese has none, and no other text has so many. */
  readonly hasKana: boolean;
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  let fitting = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) other += 1;
    else if (length > 1) fitting += length;
    at += length === 0 ? 1 : length;
  }
  return fitting > other;
}

/** Undefined where the bytes are none; a character that is cut at the end is let be. */
function eucJp(bytes: Uint8Array): Found | undefined {
  let hasKana = false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = byte === 0x8f ? 3 : 2;
    if (byte !== 0x8e && byte !== 0x8f && (byte < 0xa1 || byte > 0xfe)) return undefined;
    for (let next = at + 1; next < Math.min(at + length, bytes.length); next += 1)
      if ((bytes[next] ?? 0) < 0xa1 || bytes[next] === 0xff) return undefined;
    if (byte === 0xa4 || byte === 0xa5) hasKana = true;
    at += length;
  }
  return { name: "EUC-JP", hasKana };
}

function shiftJis(bytes: Uint8Array): Found | undefined {
  let hasKana = false;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) {
      at += 1;
      continue;
    }
    if (byte === 0x80 || byte === 0xa0 || byte > 0xfc) return undefined;
    const trail = bytes[at + 1] ?? 0x40;
    if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return undefined;
    if ((byte === 0x82 && trail >= 0x9f && trail <= 0xf1) || (byte === 0x83 && trail <= 0x96)) hasKana = true;
    at += 2;
  }
  return { name: "SHIFT_JIS", hasKana };
}

/** Windows' set has marks and quotes where Latin-1 has nothing that a text would hold. */
function latinOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes.some((byte) => holes.has(byte))) return undefined;
  return bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? "WINDOWS-1252" : "ISO-8859-1";
}

const holes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function hasSingleLetters(bytes: Uint8Array): boolean {
  let letters = 0;
  let others = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    const isSingle = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
    if (isSingle && byte >= 0xc0) letters += 1;
    else others += 1;
  }
  return letters > others;
}
