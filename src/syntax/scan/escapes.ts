/** Escapes of "…" and of here-documents (language 3): one set, in code and in commands. */

import { decodeUtf8 } from "../../text/index.ts";
import { backslash } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { continuationEnd, continuesLine } from "./trivia.ts";

const simple: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "0": "\0",
  "\\": "\\",
  '"': '"',
  "'": "'",
  $: "$",
  "@": "@",
  e: "\u001b",
};

/** Reads the escape at `p.at` (a backslash) and gives its text. */
export function readEscape(p: Parser, inText: boolean): string {
  const start = p.at;
  if (continuesLine(p, start)) {
    p.at = continuationEnd(p, start);
    return "";
  }
  const letter = p.text.slice(start + 1, Math.min(start + 2, p.end));
  if (letter === "x") return readBytes(p);
  if (letter === "u") return readCodePoint(p);
  const value = simple[letter];
  if (value !== undefined) {
    p.at = start + 2;
    return value;
  }
  // A surrogate pair is one character to whoever reads the message.
  const found = String.fromCodePoint(p.text.codePointAt(start + 1) ?? 0x20).slice(0, letter.length * 2);
  p.at = Math.min(p.end, start + 1 + found.length);
  p.report("DS1007", start, p.at, { found: `\\${found}`, inText });
  return p.text.slice(start, p.at);
}

/** `\xHH` is one byte; neighbours are decoded together, so that a character's bytes make that character. */
function readBytes(p: Parser): string {
  const bytes: number[] = [];
  while (p.code(p.at) === backslash && p.code(p.at + 1) === 120) {
    const digits = p.match(/[0-9A-Fa-f]{2}/y, p.at + 2)?.[0];
    if (digits === undefined) {
      p.report("DS1008", p.at, p.at + 2, {
        found: p.text.slice(p.at, p.at + 4),
        expected: "two hexadecimal digits, `\\x1b`",
      });
      p.at += 2;
      break;
    }
    bytes.push(Number.parseInt(digits, 16));
    p.at += 4;
  }
  return decodeUtf8(Uint8Array.from(bytes));
}

/** `\u{…}`, one to six hexadecimal digits, no surrogate. */
function readCodePoint(p: Parser): string {
  const start = p.at;
  const digits = p.match(/\\u\{([0-9A-Fa-f]{1,6})\}/y, start);
  const code = Number.parseInt(digits?.[1] ?? "", 16);
  if (digits !== undefined && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) {
    p.at += digits[0].length;
    return String.fromCodePoint(code);
  }
  const found = p.match(/\\u(?:\{[^}"\n]{0,12}\}?|[0-9A-Fa-f]{0,4})/y, start)?.[0] ?? "\\u";
  p.at += found.length;
  const bare = /^\\u([0-9A-Fa-f]{4})$/.exec(found)?.[1];
  const expected = bare === undefined ? "a character's number, `\\u{1f600}`" : `\`\\u{${bare}}\``;
  p.report("DS1008", start, p.at, { found, expected });
  return "";
}
