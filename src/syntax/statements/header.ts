/** What the shapes of statements have in common: what follows their word (language 1). */

import { closeParen, doubleQuote, isBlank, openBrace, openParen, singleQuote } from "../characters.ts";
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
  const string = p.match(quote === singleQuote ? /'[^'\n]*'/y : /"(?:[^"\\\n]|\\.)*"/y, at);
  if (string === undefined) return true;
  at += string[0].length;
  while (isBlank(p.code(at)) || p.code(at) === 10) at += 1;
  // A string within `${…}` ends the match early: then the text goes on with neither a blank nor a brace.
  return p.code(at) === openBrace || string[0].includes("${");
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

/** `word =`: then the word is a variable's name. */
export function isBeforeAssignment(p: Parser, after: number): boolean {
  return p.match(/[ \t]*(?:>>>|\?\?|<<|>>|[-+*/%&^|])?=\s/y, after) !== undefined;
}
