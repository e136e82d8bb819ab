/** What stands in the parentheses of `if`, `while`, `wait until` and `assert`: an expression or a command (language 2). */

import {
  ampersand,
  atSign,
  bang,
  bar,
  closeParen,
  dollar,
  dot,
  doubleQuote,
  equals,
  greater,
  isBlank,
  isDigit,
  less,
  minus,
  newline,
  openBracket,
  openParen,
  plus,
  question,
  singleQuote,
} from "./characters.ts";
import type { Parser } from "./grammar.ts";
import { isContextValueAt } from "./scan/context-values.ts";
import { isNumberAt } from "./scan/numbers.ts";
import { skipTrivia } from "./scan/trivia.ts";
import type { CommandList, Condition } from "./tree.ts";

/** Reads a condition up to the `)` that its construct takes; newlines are blank ahead of it and within an expression. */
export function parseCondition(p: Parser): Condition {
  const start = p.look();
  p.at = start;
  let at = start;
  let negations = 0;
  while (p.code(at) === bang) {
    negations += 1;
    at += 1;
    while (isBlank(p.code(at))) at += 1;
  }
  if (p.code(at) === closeParen || startsExpression(p, at)) {
    const expression = p.expression();
    return { kind: "expression-condition", expression, start, end: p.at };
  }
  p.at = at;
  const saved = p.newlinesAreBlank;
  p.newlinesAreBlank = false;
  const list = p.commandList(true);
  p.newlinesAreBlank = saved;
  if (list.background) p.report("DS1123", list.end - 1, list.end, {});
  const negated = negations % 2 === 1;
  // `!a && b` negates a alone, as in C and in the shells; `!a` as a whole is the condition's own.
  if (negated && list.rest.length > 0) {
    const first = { ...list.first, negated: !list.first.negated, start };
    const whole: CommandList = { ...list, first, start };
    return { kind: "command-condition", negated: false, list: whole, start, end: p.at };
  }
  return { kind: "command-condition", negated, list, start, end: p.at };
}

/** An expression starts with a literal, `(`, `$`, `@{KEY}`, a name of this file, a built-in object, or a call, behind any signs. */
function startsExpression(p: Parser, signs: number): boolean {
  let at = signs;
  while (p.code(at) === minus || p.code(at) === plus) at += 1;
  const code = p.code(at);
  if (code === atSign) return isContextValueAt(p, at);
  if (code === openParen || code === dollar || code === doubleQuote || code === singleQuote) return true;
  if (p.ownOperandAt(at)) return true;
  if (isDigit(code)) return isNumberAt(p, at);
  const end = p.nameEnd(at);
  if (end === at) return false;
  const name = p.text.slice(at, end);
  if (name === "true" || name === "false" || name === "null") return endsLiteral(p, end);
  if (isCallAt(p, at) || isNewAt(p, at) || p.grammar.values.has(name)) return true;
  // `env | grep -q X` runs a program, `env.X` is a value.
  const next = p.code(end);
  return (p.grammar.objects.has(name) && (next === dot || next === openBracket || isGoneOn(p, end))) || p.knows(name);
}

/** A `.` begins the next line: a command would end ahead of it. */
function isGoneOn(p: Parser, end: number): boolean {
  const at = skipTrivia(p, end, true);
  return p.code(at) === dot && p.text.slice(end, at).includes("\n");
}

/** `true.sh` and `true-x` are programs. */
function endsLiteral(p: Parser, end: number): boolean {
  const code = p.code(end);
  return (
    isBlank(code) ||
    code === -1 ||
    [closeParen, newline, ampersand, bar, equals, bang, question, less, greater].includes(code)
  );
}

/** A name, or names joined by dots, directly followed by `(`. */
export function isCallAt(p: Parser, at: number): boolean {
  let to = p.nameEnd(at);
  while (p.code(to) === dot && p.nameEnd(to + 1) > to + 1) to = p.nameEnd(to + 1);
  return to > at && p.code(to) === openParen;
}

const newShape = /new[ \t]+[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?\(/y;

/** Whether `new`, a class and its `(` stand at an offset, as Java has it: no command looks so. */
export function isNewAt(p: Parser, at: number): boolean {
  return p.matchEnd(newShape, at) !== -1;
}
