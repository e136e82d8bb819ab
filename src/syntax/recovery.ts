/** How the parser goes on after something was not as expected. */

import {
  backslash,
  closeBrace,
  closeBracket,
  closeParen,
  doubleQuote,
  hash,
  isBlank,
  newline,
  openBrace,
  openBracket,
  openParen,
  semicolon,
  singleQuote,
} from "./characters.ts";
import type { Parser } from "./grammar.ts";
import { lineEnd } from "./scan/trivia.ts";

/** How far a missing closer is looked for: enough for a call over several lines. */
const searchLength = 2000;

/** Goes to the end of a broken statement: a newline, `;`, a closer that somebody waits for, or a block's `{`. */
export function recover(p: Parser): void {
  skipBroken(p);
  p.regain();
}

function skipBroken(p: Parser): void {
  p.panic = false;
  let parens = 0;
  while (p.at < p.end) {
    const code = p.code(p.at);
    if (code === newline || code === semicolon) return;
    if (code === closeBrace && p.isOpen(closeBrace)) return;
    if (code === openBrace && endsLine(p, p.at + 1)) return;
    if (code === openParen) parens += 1;
    if (code === closeParen) {
      if (parens === 0 && p.isOpen(closeParen)) return;
      parens = Math.max(0, parens - 1);
    }
    if (code === hash && isBlank(p.code(p.at - 1))) p.at = lineEnd(p, p.at);
    else p.at = skipQuoted(p, p.at, false);
  }
}

/** Moves to the closer that balances the text from here on; false where there is none nearby. */
export function findCloser(p: Parser, closer: number): boolean {
  if (p.lostAt === p.at) return false;
  const limit = Math.min(p.end, p.at + Math.min(searchLength, p.searchesLeft));
  const from = p.at;
  const at = balance(p, p.at, limit, (code) => code === closer || code === closeBrace);
  p.searchesLeft -= Math.min(p.searchesLeft, at - from);
  if (at < limit && p.code(at) === closer) {
    p.at = at;
    return true;
  }
  p.lostAt = p.at;
  return false;
}

/** Leaves what is nested too deep: goes to the closer of what is open here, or to the end of the line. */
export function skipNested(p: Parser): void {
  const lines = p.newlinesAreBlank;
  const closers = p.openers.length > 0;
  p.at = balance(p, p.at, p.end, (code) => {
    if (code === newline || code === semicolon) return !lines;
    return closers && (code === closeParen || code === closeBracket || code === closeBrace);
  });
}

/** Leaves all that a bracket holds: from its opener at `open` to its closer, over lines or to the end of one; the closer is left to the caller. */
export function skipBracket(p: Parser, open: number, closer: number, overLines: boolean): void {
  p.at = open + 1;
  p.open(closer, open);
  const saved = p.newlinesAreBlank;
  p.newlinesAreBlank = overLines;
  skipNested(p);
  p.newlinesAreBlank = saved;
  p.shut();
}

/** The first offset that `stops` outside of brackets and quotes. */
function balance(p: Parser, from: number, limit: number, stops: (code: number) => boolean): number {
  let depth = 0;
  let at = from;
  while (at < limit) {
    const code = p.code(at);
    if (depth === 0 && stops(code)) return at;
    if (code === openParen || code === openBracket || code === openBrace) depth += 1;
    if (code === closeParen || code === closeBracket || code === closeBrace) depth -= 1;
    at = skipQuoted(p, at, true);
  }
  return limit;
}

/** The offset behind the character at `at`, or behind the string that starts there (and ends, in this line if `lines` is false). */
function skipQuoted(p: Parser, at: number, lines: boolean): number {
  const quote = p.code(at);
  if (quote === backslash) return Math.min(at + 2, p.end);
  if (quote !== doubleQuote && quote !== singleQuote) return at + 1;
  const limit = Math.min(p.end, at + searchLength);
  for (let to = at + 1; to < limit; to += 1) {
    const code = p.code(to);
    if (code === quote) return to + 1;
    if (code === backslash && quote === doubleQuote) to += 1;
    if (code === newline && !lines) break;
  }
  return at + 1;
}

/** Whether nothing but blanks and a comment follows in this line. */
export function endsLine(p: Parser, from: number): boolean {
  let at = from;
  while (isBlank(p.code(at))) at += 1;
  const code = p.code(at);
  return code === newline || code === -1 || code === hash;
}
