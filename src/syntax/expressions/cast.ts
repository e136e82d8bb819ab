/** `(T)e`: a type's name in parentheses, directly followed by an operand (language 5). */

import {
  atSign,
  bang,
  closeParen,
  dollar,
  doubleQuote,
  isBlank,
  isDigit,
  isNameStart,
  minus,
  openBrace,
  openBracket,
  openParen,
  plus,
  singleQuote,
  slash,
  tilde,
} from "../characters.ts";
import { defineExpression, type Parser } from "../grammar.ts";
import { knownTypeEnd } from "../types.ts";

export const castExpression = defineExpression({
  role: "operand",
  kind: "cast",
  form: "(TYPE)VALUE",
  opens: "(",
  shape: (p) => isCastAt(p, p.at),
  parse: (p) => {
    const start = p.at;
    p.at = start + 1;
    const type = p.type();
    p.expect(")");
    const operand = p.expression("prefix");
    return { kind: "cast", type, operand, start, end: p.at };
  },
});

/** Whether `(T)` and the start of an operand stand at an offset. */
export function isCastAt(p: Parser, at: number): boolean {
  const from = skipBlanks(p, at + 1);
  const to = knownTypeEnd(p, from);
  if (to === -1) return false;
  const close = skipBlanks(p, to);
  return p.code(close) === closeParen && startsOperand(p, skipBlanks(p, close + 1));
}

function skipBlanks(p: Parser, from: number): number {
  let at = from;
  while (isBlank(p.code(at))) at += 1;
  return at;
}

const openers: ReadonlySet<number> = new Set([
  openParen,
  openBracket,
  openBrace,
  dollar,
  doubleQuote,
  singleQuote,
  slash,
  tilde,
]);

function startsOperand(p: Parser, at: number): boolean {
  const code = p.code(at);
  if (code === atSign) return p.code(at + 1) === openBrace;
  if (openers.has(code) || isDigit(code)) return true;
  if (code === bang) return p.matchEnd(/![=~]/y, at) === -1;
  // `(int)-1.5`; behind a blank a sign is an operator: `(int) - 1` is refused as one.
  if (code === minus || code === plus) return p.code(at - 1) === closeParen;
  return isNameStart(code) && p.matchEnd(/instanceof(?!\w)/y, at) === -1;
}
