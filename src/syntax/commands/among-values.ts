/** A command where a value belongs, as in `if (ready && test -d x)`: refused once, and read as the `$(…)` that it should be (language 2). */

import {
  atSign,
  bar,
  blank,
  dot,
  isBlank,
  isDigit,
  isNameStart,
  minus,
  openBracket,
  openParen,
  slash,
} from "../characters.ts";
import { isCallAt, isNewAt } from "../conditions.ts";
import type { Parser } from "../grammar.ts";
import { isContextValueAt } from "../scan/context-values.ts";
import type { CommandList, Expression, Pipeline } from "../tree.ts";
import { parseList, parsePipeline } from "./list.ts";

/** Whether the operand at `at` reads like a command: a word that nothing declares, a blank, and what only a command can hold. */
export function commandStandsAt(p: Parser, at: number): boolean {
  if (isPathAt(p, at) || isTestAt(p, at)) return true;
  // `[ -d x ]`: a blank behind the bracket, and no element that a comma parts.
  if (p.code(at) === openBracket) return p.match(/\[[ \t]+[^,\n]{0,200}[ \t]\](?=[ \t]*[)&|\n;]|$)/y, at) !== undefined;
  const end = unknownWordEnd(p, at);
  if (end === -1 || !isBlank(p.code(end))) return false;
  let next = end;
  while (isBlank(p.code(next))) next += 1;
  // A comment is no argument.
  return p.matchEnd(/\/[/*]/y, next) === -1 && startsArgument(p, next);
}

/** `-f /etc/passwd`, `-d "$dir"`: a test of the shells without its `[ ]`. */
function isTestAt(p: Parser, at: number): boolean {
  if (p.code(at) !== minus) return false;
  const found = p.match(/-([abcdefghknprstuwxzLOS])[ \t]+(?=[\w"'$./~])/y, at);
  return found !== undefined && !p.knows(found[1] ?? "");
}

/** Whether a word stands here that is no value: a path, or a name that nothing declares, without parentheses. */
export function isProgramAt(p: Parser, at: number): boolean {
  return isPathAt(p, at) || unknownWordEnd(p, at) !== -1;
}

/** `./run`, `../run`, `~/run`, `/bin/true`: no value starts so, but `/x/i` is a regular expression. */
function isPathAt(p: Parser, at: number): boolean {
  return (
    p.match(
      /(?:(?:\.{1,2}|~)\/[\w./+-]+|(?:\/[\w.+-]+)+\/(?![ims]{1,3}(?:[ \t),&|;\n]|$))[\w.+-]+)(?=[ \t),&|;\n]|$)/y,
      at,
    ) !== undefined
  );
}

/** The end of the bare word that starts at `at` with a name that is not known; -1 where there is none. */
function unknownWordEnd(p: Parser, at: number): number {
  const end = p.nameEnd(at);
  if (end === at || isCallAt(p, at) || isNewAt(p, at) || p.ownOperandAt(at)) return -1;
  const name = p.text.slice(at, end);
  if (name === "true" || name === "false" || name === "null" || p.grammar.values.has(name) || p.knows(name)) return -1;
  // `apt-get`, `mkfs.ext4`: what goes on without a blank is one word.
  const whole = p.match(/[A-Za-z_][\w.+-]*/y, at)?.[0] ?? name;
  return p.code(end) === dot && p.grammar.objects.has(name) ? -1 : at + whole.length;
}

/** What stands behind a blank in a command, and nowhere in an expression. */
function startsArgument(p: Parser, at: number): boolean {
  const code = p.code(at);
  const next = p.code(at + 1);
  if (isNameStart(code) || isDigit(code)) return true;
  switch (code) {
    case 34:
    case 36:
    case 39:
    case 126:
      return true;
    case minus:
      return next === minus || (isNameStart(next) && !p.knows(p.text.slice(at + 1, p.nameEnd(at + 1))));
    case slash:
    case 42:
      return next !== -1 && next !== blank && next !== slash && next !== 61 && next !== openParen;
    case atSign:
      return isContextValueAt(p, at);
    case dot:
      return next === slash || next === dot || isBlank(next);
    case 43:
      return next === 37;
    case bar:
      return next !== bar && isBlank(next) && unknownWordEnd(p, at + 2) !== -1;
    default:
      return false;
  }
}

/** Reads the command at the position as if it stood in `$(…)`; `whole` takes its `&&` and `||`, too. `fixOf` may know better what is meant. */
export function readCommandOperand(
  p: Parser,
  whole = false,
  fixOf: (text: string) => string | undefined = () => undefined,
): Expression {
  const start = p.look();
  p.at = start;
  const saved = p.newlinesAreBlank;
  p.newlinesAreBlank = false;
  const list = whole ? parseList(p, false) : alone(parsePipeline(p));
  p.newlinesAreBlank = saved;
  const { end } = list;
  const text = `${isTestAt(p, start) ? "test " : ""}${p.text.slice(start, end)}`;
  const word = p.match(/[^\s(),]+/y, start)?.[0] ?? "(";
  const short = text.length > 60 || text.includes("\n") ? `${word.slice(0, 40)} …` : text;
  p.report("DS1127", start, start + word.length, {
    word: word.slice(0, 40),
    // `$((` would be arithmetic to a reader who knows the shells.
    form: short.startsWith("(") ? `$( ${short} )` : `$(${short})`,
    fix: fixOf(short),
  });
  // What follows a condition's `?` has become a part of the command.
  if (/[ \t][?:][ \t]/.test(text)) p.lose(end);
  return { kind: "capture", body: [{ kind: "command", list, start, end }], start, end };
}

function alone(first: Pipeline): CommandList {
  return { first, rest: [], background: false, start: first.start, end: first.end };
}
