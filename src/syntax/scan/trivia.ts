/** Blank space and comments, in code and in commands (language 1). */

import { backslash, hash, isBlank, isOddBlank, newline, slash, star } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { blockCommentEnd } from "./block-comment.ts";

/** The offset of the next token of code after `from`; over newlines if `lines`. */
export function skipTrivia(p: Parser, from: number, lines: boolean): number {
  const first = p.code(from);
  if (first > 47 && first < 127 && first !== backslash) return from;
  if (p.gapFrom === from && p.gapOverLines === lines) return p.gapTo;
  let at = from;
  for (;;) {
    const code = p.code(at);
    if (isBlank(code)) at += 1;
    else if (code === newline && lines) at = p.passNewline(at);
    else if (code === hash) at = lineEnd(p, at);
    else if (code === slash && p.code(at + 1) === slash) at = lineEnd(p, at);
    else if (code === slash && p.code(at + 1) === star) at = skipBlockComment(p, at);
    else if (code === backslash && continuesLine(p, at)) at = continuationEnd(p, at);
    else if (code > 127 && isOddBlank(code)) at = reportOddBlank(p, at);
    else break;
  }
  p.gapFrom = from;
  p.gapTo = at;
  p.gapOverLines = lines;
  return at;
}

/** Blank space within a command: no newline, and no comment but `#` where a word would start. */
export function skipCommandBlanks(p: Parser): void {
  for (;;) {
    const code = p.code(p.at);
    if (isBlank(code)) p.at += 1;
    else if (code === backslash && continuesLine(p, p.at)) p.at = continuationEnd(p, p.at);
    else if (code > 127 && isOddBlank(code)) p.at = reportOddBlank(p, p.at);
    else return;
  }
}

/** Newlines, blanks and `#` comments: after `|`, `&&` and `||` a command may go on in the next line. */
export function skipCommandLines(p: Parser): void {
  for (;;) {
    skipCommandBlanks(p);
    const code = p.code(p.at);
    if (code === newline) p.at = p.passNewline(p.at);
    else if (code === hash) p.at = lineEnd(p, p.at);
    else return;
  }
}

/** The offset of the newline (or the end) that ends the line of `at`. */
export function lineEnd(p: Parser, at: number): number {
  const found = p.text.indexOf("\n", at);
  return found === -1 || found > p.end ? p.end : found;
}

/** A backslash that joins this line with the next. */
export function continuesLine(p: Parser, at: number): boolean {
  const next = p.code(at + 1);
  return next === newline || (next === 13 && p.code(at + 2) === newline);
}

export function continuationEnd(p: Parser, at: number): number {
  return p.code(at + 1) === newline ? at + 2 : at + 3;
}

/** A blank that is none is reported and then taken for one. */
function reportOddBlank(p: Parser, at: number): number {
  const code = p.code(at).toString(16).toUpperCase().padStart(4, "0");
  p.report("DS1011", at, at + 1, { code });
  return at + 1;
}

function skipBlockComment(p: Parser, from: number): number {
  const end = blockCommentEnd(p.text, from);
  if (end !== -1 && end <= p.end) return end;
  p.report("DS1003", from, from + 2, {});
  p.lose(p.end);
  return p.end;
}
