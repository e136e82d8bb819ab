/** The one string grammar (language 3): '…', "…", and the text of here-documents. */

import { atSign, backslash, dollar, doubleQuote, isBlank, isNamePart, newline, singleQuote } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { ExpressionPart, TextPart } from "../tree.ts";
import { stringEnd, withinLine } from "./cuts.ts";
import { readEscape } from "./escapes.ts";
import { readInterpolation } from "./interpolation.ts";
import { lineEnd } from "./trivia.ts";

/** Reads the string whose quote stands at `p.at`; every part is quoted, an empty string has one empty part. */
export function readString(p: Parser): (TextPart | ExpressionPart)[] {
  const start = p.at;
  if (p.isCut(start)) return readCut(p);
  if (p.code(start) === singleQuote) return [readLiteral(p)];
  p.at += 1;
  const parts = readText(p, doubleQuote, 0);
  if (p.code(p.at) === doubleQuote) p.at += 1;
  else reportUnclosed(p, start, '"');
  noteLength(p, start);
  if (parts.length === 0) parts.push({ kind: "text", text: "", quoted: true, start, end: p.at });
  return parts;
}

/** '…' holds everything as it is, newlines too; only the quote itself cannot stand in it. */
function readLiteral(p: Parser): TextPart {
  const start = p.at;
  const found = p.text.indexOf("'", start + 1);
  const closed = found !== -1 && found < p.end;
  const to = closed ? found : p.end;
  p.at = closed ? to + 1 : to;
  if (!closed) reportUnclosed(p, start, "'");
  noteLength(p, start);
  return { kind: "text", text: unixLines(p.text.slice(start + 1, to)), quoted: true, start, end: p.at };
}

// Further away no quote looks like the missing one.
const farthestQuote = 10_000;

/** A string that misses its quote ends with its line. */
function readCut(p: Parser): (TextPart | ExpressionPart)[] {
  const start = p.at;
  const quote = p.text.charAt(start);
  const end = stringEnd(p, start);
  const isLong = p.text.slice(end, end + farthestQuote).includes(quote);
  p.report("DS1002", start, start + 1, { quote, isLong, isApostrophe: isApostrophe(p, start) });
  p.at = start + 1;
  const { unclosedString } = p;
  // What is open within it ends with it, and that is said.
  p.unclosedString = { start, end };
  const parts = withinLine(p, end, () => (quote === "'" ? [] : readText(p, -1, 0)));
  p.unclosedString = unclosedString;
  if (quote === "'") parts.push({ kind: "text", text: p.text.slice(start + 1, end), quoted: true, start, end });
  p.at = end;
  p.cutEnd = end;
  p.lose(lineEnd(p, end));
  return parts;
}

/** `don't` in bare text. */
function isApostrophe(p: Parser, start: number): boolean {
  return p.code(start) === singleQuote && isNamePart(p.code(start - 1)) && isNamePart(p.code(start + 1));
}

const plainInString = /[^"\\$@\r\n]+/y;
const plainInText = /[^\\$@\r\n]+/y;

/**
 * Reads text with escapes and interpolations up to the character `stop` (or the end, where `stop` is -1).
 * `indent` blanks are dropped at the start of each line: the common indent of `<<-WORD`.
 */
export function readText(p: Parser, stop: number, indent: number): (TextPart | ExpressionPart)[] {
  const plain = stop === doubleQuote ? plainInString : plainInText;
  const parts: (TextPart | ExpressionPart)[] = [];
  const inText = stop === -1;
  let from = p.at;
  let text = "";
  if (indent > 0) skipIndent(p, indent);
  for (;;) {
    plain.lastIndex = p.at;
    if (p.at < p.end && plain.test(p.text)) {
      // A run may go over the end of a bounded region.
      const to = Math.min(plain.lastIndex, p.end);
      text += p.text.slice(p.at, to);
      p.at = to;
    }
    const code = p.code(p.at);
    if (code === -1 || code === stop) break;
    if (code === backslash) text += readEscape(p, inText);
    else if (code === dollar || code === atSign) {
      const at = p.at;
      const part = readInterpolation(p, true);
      if (part === undefined) {
        text += p.text.charAt(at);
        p.at += 1;
        continue;
      }
      if (text !== "") parts.push({ kind: "text", text, quoted: true, start: from, end: at });
      parts.push(part);
      text = "";
      from = p.at;
    } else {
      if (!(code === 13 && p.code(p.at + 1) === newline)) text += p.text.charAt(p.at);
      p.at += 1;
      if (code === newline && indent > 0) skipIndent(p, indent);
    }
  }
  if (text !== "") parts.push({ kind: "text", text, quoted: true, start: from, end: p.at });
  return parts;
}

function skipIndent(p: Parser, indent: number): void {
  for (let left = indent; left > 0 && isBlank(p.code(p.at)) && p.code(p.at) !== 13; left -= 1) p.at += 1;
}

function reportUnclosed(p: Parser, start: number, quote: string): void {
  if (p.unclosedString !== undefined || p.gaveUp) return;
  p.unclosedString = { start, end: start + 1 };
  p.cuts.add((p.oddString ?? p.unclosedString).start);
  const long = p.firstLongString;
  const message = "this string goes over the end of its line: perhaps its quote is missing there";
  const related =
    long === undefined ? [] : [{ source: p.source, span: { start: long.start, end: long.start + 1 }, message }];
  p.report("DS1002", start, start + 1, { quote, isLong: false, isApostrophe: isApostrophe(p, start) }, related);
  p.lose(p.end);
}

// What may stand directly behind a string's quote in a word; a letter is more often a text that lost its own quote.
const odd = /[\p{L}\p{N}_@#%^~\\]/u;

function noteLength(p: Parser, start: number): void {
  if (!p.text.slice(start, p.at).includes("\n")) return;
  p.longString = { start, end: p.at };
  p.firstLongString ??= p.longString;
  if (odd.test(p.text.charAt(p.at))) p.oddString ??= p.longString;
}

/** Line ends of a text that was saved with CRLF. */
export function unixLines(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}
