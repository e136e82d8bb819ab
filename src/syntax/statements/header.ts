/** What the shapes of statements have in common: what follows their word (language 1). */

import {
  backslash,
  closeBrace,
  closeParen,
  dollar,
  doubleQuote,
  isBlank,
  openBrace,
  openParen,
  singleQuote,
} from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Condition } from "../tree.ts";

/** `word (` */
export function isBeforeParen(p: Parser, after: number): boolean {
  return p.code(skipTrivia(p, after, false)) === openParen;
}

/** `word {`, on this line or the next. */
export function isBeforeBrace(p: Parser, after: number): boolean {
  return p.code(skipTrivia(p, after, true)) === openBrace;
}

/** `word name` */
export function isBeforeName(p: Parser, after: number): boolean {
  const at = skipTrivia(p, after, false);
  return isBlank(p.code(after)) && (p.nameEnd(at) > at || p.code(at) > 127);
}

/** A string and then `{`, on this line or the next: `lock "x" y` is a program. */
export function isBeforeNamedBlock(p: Parser, after: number): boolean {
  let at = after;
  while (isBlank(p.code(at))) at += 1;
  const quote = p.code(at);
  if (at === after || (quote !== doubleQuote && quote !== singleQuote)) return false;
  at = stringEnd(p, at, 0);
  if (at === -1) return true;
  while (isBlank(p.code(at)) || p.code(at) === 10) at += 1;
  return p.code(at) === openBrace;
}

/** Where a string in one line ends, with all that stands in its `${…}` and `$(…)`; -1 where it does not. */
function stringEnd(p: Parser, start: number, depth: number): number {
  const quote = p.code(start);
  // What is nested more deeply is refused when it is read.
  if (depth > 100) return -1;
  for (let at = start + 1; at < p.end && p.code(at) !== 10; at += 1) {
    const code = p.code(at);
    if (code === quote) return at + 1;
    if (quote === singleQuote) continue;
    if (code === backslash) at += 1;
    else if (code === dollar && (p.code(at + 1) === openBrace || p.code(at + 1) === openParen)) {
      at = partEnd(p, at + 1, depth + 1);
      if (at === -1) return -1;
    }
  }
  return -1;
}

/** Where the bracket that closes the one at `start` stands. */
function partEnd(p: Parser, start: number, depth: number): number {
  let open = 0;
  for (let at = start; at < p.end && p.code(at) !== 10; at += 1) {
    const code = p.code(at);
    if (code === openBrace || code === openParen) open += 1;
    else if (code === closeBrace || code === closeParen) {
      open -= 1;
      if (open === 0) return at;
    } else if (code === backslash) at += 1;
    else if (code === doubleQuote || code === singleQuote) {
      const end = stringEnd(p, at, depth);
      if (end === -1) return -1;
      at = end - 1;
    }
  }
  return -1;
}

/** The word alone: the statement ends behind it. */
export function isAlone(p: Parser, after: number): boolean {
  return "\n;})".includes(p.text.charAt(skipTrivia(p, after, false))) || skipTrivia(p, after, false) >= p.end;
}

/** Takes `(`, runs `read` with newlines as blank space, and takes `)`; `closer` is what may stand there beside it. */
export function inParens<T>(p: Parser, read: () => T, otherwise: () => T, closer?: string): T {
  const start = p.look();
  if (p.code(start) !== openParen) {
    p.fail(start, "`(`");
    return otherwise();
  }
  const saved = p.newlinesAreBlank;
  p.at = start + 1;
  p.newlinesAreBlank = true;
  p.open(closeParen, start);
  const value = read();
  p.close(closeParen, start, closer);
  p.shut();
  p.newlinesAreBlank = saved;
  return value;
}

/** `(condition)` */
export function parenthesizedCondition(p: Parser): Condition {
  return inParens(
    p,
    () => p.condition(),
    () => ({ kind: "expression-condition", expression: missing(p.at), start: p.at, end: p.at }),
  );
}

/** Stands for an expression that is not there; what was expected is reported. */
export function missing(at: number): {
  readonly kind: "error-expression";
  readonly start: number;
  readonly end: number;
} {
  return { kind: "error-expression", start: at, end: at };
}

/** From where the next token was looked for: nothing of it may have been taken. */
export function spanFrom(p: Parser, start: number): { readonly start: number; readonly end: number } {
  return { start: Math.min(start, p.at), end: p.at };
}

/** `word =`: then the word is a variable's name. */
export function isBeforeAssignment(p: Parser, after: number): boolean {
  return p.match(/[ \t]*(?:>>>|\?\?|<<|>>|[-+*/%&^|])?=\s/y, after) !== undefined;
}
