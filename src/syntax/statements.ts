/** Statements by their rows (language 2), lists of them, and how a statement ends (language 1). */

import { placeOf } from "../text/index.ts";
import { closeBrace, closeParen, isBlank, newline, openBrace, semicolon } from "./characters.ts";
import { shellOperatorFollows } from "./commands/code-among.ts";
import { readShellBody } from "./commands/shell-statements.ts";
import type { Parser, StatementRow } from "./grammar.ts";
import { recover, skipNested } from "./recovery.ts";
import type { BlockStatement, Statement } from "./tree.ts";

export function parseStatements(p: Parser, closer: number, stop?: (at: number) => boolean): Statement[] {
  const statements: Statement[] = [];
  const { statementStart } = p;
  for (;;) {
    p.statementStart = statementStart;
    p.at = skipSeparators(p);
    const code = p.code(p.at);
    if (code === -1 || code === closer || stop?.(p.at) === true) return statements;
    if (p.isFull) {
      p.giveUp();
      return statements;
    }
    if (code === closeBrace || code === closeParen) {
      if (p.isOpen(code)) return statements;
      // `}}}`: once is enough.
      const start = p.at;
      while (p.code(p.at) === code) p.at += 1;
      p.report("DS1006", start, p.at, { found: p.text.charAt(start) });
      if (code === closeBrace) noteStray(p, statements);
      continue;
    }
    const before = p.at;
    const last = statements.at(-1);
    if (last !== undefined && goesOn(p, last)) skipContinuations(p, last);
    else {
      statements.push(p.statement());
      endStatement(p);
    }
    // Whatever a row did: a statement takes at least one character.
    if (p.at === before) p.at += 1;
  }
}

const continuing = /(?:[+*/%]|-|[=!]=|[=!]~|\?\??|:)[ \t]/y;
const ofCode: ReadonlySet<string> = new Set(["expression", "variable", "return", "throw", "param"]);

/** `+ b` or `: c` at the start of a line behind code: meant to go on with the line above. */
function goesOn(p: Parser, before: Statement): boolean {
  return ofCode.has(before.kind) && p.matchEnd(continuing, p.at) !== -1;
}

/** Says so of the first such line, and leaves the others, too. */
function skipContinuations(p: Parser, before: Statement): void {
  // The line above is not whole: of its type nothing is known.
  p.lose(p.at, before.end, before.end);
  p.fail(p.at, "a statement", "an operator stands at the end of the line that goes on");
  recover(p);
  for (let at = p.lookLines(); p.matchEnd(continuing, at) !== -1; at = p.lookLines()) {
    p.at = at + 1;
    recover(p);
  }
}

// Whoever ends a function too early sees it soon.
const farthest = 50;

/** A `}` too many: an earlier one ended its block too soon, perhaps that of the last function. */
function noteStray(p: Parser, statements: readonly Statement[]): void {
  const ended = statements.slice(-farthest).findLast(({ end }) => p.code(end - 1) === closeBrace);
  if (ended !== undefined) p.shift(ended.start, p.at);
}

function skipSeparators(p: Parser): number {
  for (;;) {
    const at = p.lookLines();
    if (p.code(at) !== semicolon) return at;
    p.at = at + 1;
  }
}

/** What ends a statement is taken, or missed: a statement ends at a newline, `;`, the closer of what it stands in, or with its own block (language 1). */
export function endStatement(p: Parser): void {
  if (p.panic) {
    recover(p);
    return;
  }
  if (p.blockEnd === p.at || p.backgroundEnd === p.at) return;
  const at = p.look();
  const code = p.code(at);
  // What follows is read as a command, which says what it lacks.
  if (p.codeEnd === p.at && shellOperatorFollows(p, at)) return;
  if (code === newline || code === semicolon || code === -1 || code === closeBrace || code === closeParen) return;
  p.fail(at, "the end of the statement");
  recover(p);
}

export function parseStatement(p: Parser): Statement {
  const start = p.look();
  p.at = start;
  if (!p.enter()) {
    skipNested(p);
    return { kind: "error", start, end: p.at };
  }
  const outer = { height: p.height, start: p.statementStart };
  p.height = 0;
  p.statementStart = start;
  p.saidTooLong = false;
  const statement = rowAt(p, start)?.parse(p) ?? { kind: "error", start, end: p.at };
  p.height = Math.max(outer.height, p.height + 3);
  p.leave();
  // While the end of a broken statement is looked for, it is still the present one.
  if (!p.panic) p.statementStart = outer.start;
  if (p.blockEnd === p.at || statement.kind === "expression") {
    p.codeStart = start;
    p.codeEnd = p.at;
  }
  return statement;
}

/** The row whose shape the text at `start` has: of its first word, then of those without a word. */
function rowAt(p: Parser, start: number): StatementRow | undefined {
  const end = p.nameEnd(start);
  if (end > start) {
    const rows = p.grammar.worded.get(p.text.slice(start, end));
    const row = rows?.find((one) => one.shape === undefined || one.shape(p, end));
    if (row !== undefined) return row;
  }
  return p.grammar.wordless.find((row) => row.shape === undefined || row.shape(p, start));
}

/** `{ … }`, on this line or the next. */
export function parseBlock(p: Parser): BlockStatement {
  const start = p.panic ? p.at : p.lookLines();
  if (p.panic || p.code(start) !== openBrace) {
    p.fail(start, "`{`");
    return { kind: "block", statements: [], start: p.at, end: p.at };
  }
  const saved = { newlinesAreBlank: p.newlinesAreBlank, commaEnds: p.commaEnds };
  p.at = start + 1;
  p.newlinesAreBlank = false;
  p.commaEnds = false;
  p.open(closeBrace, start);
  const statements = p.statements(closeBrace);
  p.close(closeBrace, start);
  p.shut();
  p.newlinesAreBlank = saved.newlinesAreBlank;
  p.commaEnds = saved.commaEnds;
  p.blockEnd = p.at;
  noteSlant(p, start, p.at - 1);
  return { kind: "block", statements, start, end: p.at };
}

function noteSlant(p: Parser, open: number, close: number): void {
  if (p.slantedBlock !== undefined || p.code(close) !== closeBrace) return;
  const first = indentOf(p, open);
  const last = indentOf(p, close);
  if (last.end === close && last.width < first.width) p.slantedBlock = { start: open, end: close + 1 };
}

/** How far the line of an offset is indented, and where its text begins. */
export function indentOf(p: Parser, offset: number): { readonly width: number; readonly end: number } {
  const lineStart = offset - placeOf(p.source, offset).column + 1;
  let end = lineStart;
  while (isBlank(p.code(end)) && end - lineStart < 200) end += 1;
  return { width: end - lineStart, end };
}

/** A block or one statement, on this line or the next; an empty one is a mistake. */
export function parseBody(p: Parser): Statement {
  if (p.panic) return { kind: "error", start: p.at, end: p.at };
  const foreign = readShellBody(p);
  if (foreign !== undefined) return foreign;
  p.at = p.lookLines();
  const code = p.code(p.at);
  if (code === semicolon || code === closeBrace || code === closeParen || code === -1) {
    const start = p.at;
    p.fail(start, "a statement", code === semicolon ? "an empty body is written `{ }`" : undefined);
    return { kind: "error", start, end: start };
  }
  // A statement and its own block are one level.
  return code === openBrace ? p.block() : p.statement();
}
