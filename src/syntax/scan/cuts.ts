/** Texts without a closer, which end with their line when the file is read once more. */

import { closeBrace, closeBracket, closeParen, comma, isBlank, openBrace, semicolon } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { lineEnd } from "./trivia.ts";

/** Reads as if the text ended at `end`; what is missing there has been said by then. */
export function withinLine<T>(p: Parser, end: number, read: () => T): T {
  const saved = { end: p.end, panic: p.panic };
  p.end = Math.min(p.end, end);
  p.forget();
  const value = read();
  p.end = saved.end;
  p.panic = saved.panic;
  p.forget();
  p.cutEnd = p.at;
  return value;
}

/** Where a string that misses its quote is taken to end: in its line, ahead of what closes the brackets around it. */
export function stringEnd(p: Parser, start: number): number {
  let end = lineEnd(p, start);
  for (;;) {
    while (end > start + 1 && isBlank(p.code(end - 1))) end -= 1;
    const last = p.code(end - 1);
    const closes = last === closeParen || last === closeBracket || last === closeBrace;
    const follows = last === semicolon || last === comma || last === openBrace;
    if (end <= start + 1 || !(follows || (closes && p.isOpen(last)))) return end;
    end -= 1;
  }
}
