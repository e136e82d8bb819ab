/** Expressions by their rows: prefix operators, an operand, what follows it, and infix operators by precedence. */

import { closeBrace, dot, greater, newline } from "./characters.ts";
import { commandStandsAt, isProgramAt, readCommandOperand } from "./commands/among-values.ts";
import { givesNothing } from "./commands/code-among.ts";
import { maxChain } from "./cursor.ts";
import { foreignOperator } from "./foreign-operators.ts";
import type { InfixRow, Parser, PostfixRow } from "./grammar.ts";
import { type Precedence, precedenceLevels } from "./precedences.ts";
import { skipNested } from "./recovery.ts";
import { skipTrivia } from "./scan/trivia.ts";
import type { Expression } from "./tree.ts";
import { declaredNameStart } from "./types.ts";

/** Reads an expression whose operators bind at least as tightly as `precedence`. */
export function parseExpression(p: Parser, precedence: Precedence): Expression {
  return atLevel(p, precedenceLevels.get(precedence) ?? 0);
}

function atLevel(p: Parser, minimum: number): Expression {
  if (!p.enter()) {
    const start = p.look();
    p.at = start;
    skipNested(p);
    return { kind: "error-expression", start, end: p.at };
  }
  const outer = p.height;
  p.height = 0;
  let left = parsePrefixed(p);
  let chain = 0;
  while (!p.panic) {
    const at = p.look();
    const foreign = foreignOperator(p, at);
    const row = foreign?.row ?? infixAt(p, at);
    if (row === undefined) break;
    const level = precedenceLevels.get(row.precedence) ?? 0;
    if (level < minimum) break;
    if (left.start === p.aloneAt && isForCommands(p, at, row.operator)) break;
    p.at = at + (foreign?.length ?? row.operator.length);
    const right = rightSide(p, row, row.rightToLeft === true ? level : level + 1);
    left = row.build(p, left, { start: at, end: at + row.operator.length }, right);
    chain += 1;
    if (tooLong(p, chain)) {
      left = { kind: "error-expression", start: left.start, end: p.at };
      chain = 0;
      p.height = 0;
    }
  }
  p.height = Math.max(outer, p.height + chain + 1);
  p.leave();
  return left;
}

function rightSide(p: Parser, row: InfixRow, level: number): Expression {
  if (!crossLines(p)) return missingValue(p);
  const isTest = row.precedence === "and" || row.precedence === "or";
  return isTest && commandStandsAt(p, p.look()) ? readCommandOperand(p) : atLevel(p, level);
}

/** Behind an expression that stands alone, whether an operator is rather one between commands: `println("a") | cat`. */
function isForCommands(p: Parser, at: number, operator: string): boolean {
  const from = at + operator.length;
  switch (operator) {
    case "&":
      return p.match(/[ \t]*(?:[;)}\n\r>]|$)/y, from) !== undefined;
    case "&&":
    case "||":
      return commandStandsAt(p, skipTrivia(p, from, true)) || p.match(/[ \t]*\{[ \t\n]/y, from) !== undefined;
    case "|":
      return isProgramAt(p, skipTrivia(p, from, true));
    case ">":
    case ">>":
    case ">=":
    case "<":
    case "<<":
      return (
        p.match(/[ \t]*[<-]/y, from) !== undefined ||
        isProgramAt(p, skipTrivia(p, from, false)) ||
        givesNothing(p, p.aloneAt)
      );
    default:
      return false;
  }
}

/**
 * Goes to the value behind an operator, over newlines (language 1). False, and said so, where the next line is a statement
 * of its own: then the value is missing in this one.
 */
export function crossLines(p: Parser): boolean {
  const next = p.lookLines();
  if (next === p.look() || p.newlinesAreBlank || !startsStatement(p, next)) {
    p.at = next;
    return true;
  }
  p.mention(p.look(), "a value");
  return false;
}

/** Stands for a value that is missing, and reported. */
export function missingValue(p: Parser): Expression {
  return { kind: "error-expression", start: p.at, end: p.at };
}

/** The end, a declaration, a command, or a statement that begins with a word in its shape: no value looks so. */
function startsStatement(p: Parser, at: number): boolean {
  if (at >= p.end || p.code(at) === closeBrace) return true;
  if (declaredNameStart(p, at) !== -1 || commandStandsAt(p, at)) return true;
  const end = p.nameEnd(at);
  const word = p.text.slice(at, end);
  const rows = end > at && !p.knows(word) ? p.grammar.worded.get(word) : undefined;
  return rows?.some((row) => row.shape?.(p, end) === true) === true;
}

function parsePrefixed(p: Parser): Expression {
  const at = p.look();
  for (const row of p.grammar.prefixes[p.code(at)] ?? []) {
    if (!p.startsWith(row.operator, at)) continue;
    p.at = at + row.operator.length;
    const isCommand = row.operator === "!" && commandStandsAt(p, p.look());
    return row.build(p, at, isCommand ? readCommandOperand(p) : atLevel(p, precedenceLevels.get("prefix") ?? 0));
  }
  return parsePostfixed(p);
}

function parsePostfixed(p: Parser): Expression {
  let left = parseOperand(p);
  while (!p.panic) {
    const row = postfixAt(p);
    if (row === undefined) break;
    left = row.parse(p, left);
    p.height += 1;
    if (tooLong(p, 0)) {
      left = { kind: "error-expression", start: left.start, end: p.at };
      p.height = 0;
    }
  }
  return left;
}

function parseOperand(p: Parser): Expression {
  const at = p.look();
  // `f(1,` and then `int n = 2`: the type's name alone would be taken for a value.
  if (declaredNameStart(p, at) !== -1) {
    p.fail(at, "a value");
    return { kind: "error-expression", start: p.at, end: p.at };
  }
  for (const row of p.grammar.operands[p.code(at)] ?? []) {
    p.at = at;
    if (row.shape === undefined || row.shape(p)) return row.parse(p);
  }
  p.fail(at, "a value");
  return { kind: "error-expression", start: p.at, end: p.at };
}

function infixAt(p: Parser, at: number): InfixRow | undefined {
  for (const row of p.grammar.infixes[p.code(at)] ?? []) {
    if (!p.startsWith(row.operator, at)) continue;
    // An operator that is a word ends where a word does.
    const isWord = p.nameEnd(at) > at;
    if (isWord && p.nameEnd(at) !== at + row.operator.length) continue;
    // `=>` belongs to a closure.
    if (row.operator === "=" && p.code(at + 1) === greater) return undefined;
    return row;
  }
  return undefined;
}

/** The row of what follows an operand; a line that starts with `.name` goes on with the line above. */
function postfixAt(p: Parser): PostfixRow | undefined {
  const at = p.look();
  const code = p.code(at);
  for (const row of p.grammar.postfixes[code] ?? [])
    if (p.startsWith(row.opens, at) && (code !== dot || p.code(at + 1) !== dot)) return row;
  if (code !== newline || p.pending.length > 0) return undefined;
  const next = p.lookLines();
  if (p.nameEnd(next + 1) === next + 1) return undefined;
  const row = p.grammar.postfixes[p.code(next)]?.find((one) => one.continues === true);
  if (row !== undefined) p.at = next;
  return row;
}

function tooLong(p: Parser, chain: number): boolean {
  if (p.height + chain <= maxChain) return false;
  if (!p.panic && !p.saidTooLong) {
    p.report("DS1015", p.at, p.at + 1, { limit: maxChain });
    p.lose(p.at);
  }
  p.saidTooLong = true;
  return true;
}
