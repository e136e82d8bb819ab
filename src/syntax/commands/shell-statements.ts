/** The shells' statements, refused once each and read to their end: which of them begins where, and `if` itself. */

import { isBlank, newline, openBrace, semicolon } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipNested } from "../recovery.ts";
import type { BlockStatement, Condition, Statement } from "../tree.ts";
import { readCase } from "./shell-cases.ts";
import { conditionOf } from "./shell-headers.ts";
import { readCounting, readFor, readWhile } from "./shell-loops.ts";
import { readHeader, refuse, takeWord, until } from "./shell-parts.ts";

const words: ReadonlySet<string> = new Set(["if", "while", "until", "for", "select", "case"]);

/** Whether one of the shells' statements begins here: its word, and no parenthesis of ours. */
export function isShellStatement(p: Parser, at: number): boolean {
  const end = p.nameEnd(at);
  if (end === at || !words.has(p.text.slice(at, end))) return false;
  const word = p.text.slice(at, end);
  if (word === "for" && isCountingFor(p, at)) return true;
  if (word === "select") return p.match(/[ \t]+[A-Za-z_]\w*[ \t]+in[ \t]/y, end) !== undefined;
  const code = p.code(end);
  return (
    code === -1 || code === newline || code === semicolon || (isBlank(code) && p.match(/[ \t]*\(/y, end) === undefined)
  );
}

/** `for ((i=0; …`: a `;` ahead of the first `)`, two of them at the end. */
export function isCountingFor(p: Parser, at: number): boolean {
  return p.match(/for[ \t]*\(\([^;)\n]{0,200};[^\n]{0,200}\)\)[ \t]*(?:;|do\b|\{|[\r\n#]|$)/y, at) !== undefined;
}

/** Reads the statement at the position; `piped` is the command whose output it reads, where one stands ahead of it. */
export function readShellStatement(p: Parser, piped?: string): Statement {
  const start = p.at;
  if (!p.enter()) {
    skipNested(p);
    return { kind: "error", start, end: p.at };
  }
  const word = p.text.slice(start, p.nameEnd(start));
  p.at = start + word.length;
  p.lose(p.at);
  const statement = readWorded(p, start, word, piped);
  p.leave();
  return statement;
}

function readWorded(p: Parser, start: number, word: string, piped: string | undefined): Statement {
  switch (word) {
    case "if":
      return readIf(p, start);
    case "while":
    case "until":
      return readWhile(p, start, word, piped);
    case "case":
      return readCase(p, start);
    default:
      return isCountingFor(p, start) ? readCounting(p, start) : readFor(p, start, word);
  }
}

function readIf(p: Parser, start: number): Statement {
  const branches: { readonly condition: Condition; readonly body: Statement }[] = [];
  let otherwise: Statement | undefined;
  const first = readHeader(p, "then");
  let { condition } = first;
  for (;;) {
    if (takeWord(p, "then") === undefined) {
      if (p.code(p.look()) !== openBrace) break;
      // `if test -f x {`
      branches.push({ condition, body: p.block() });
      if (takeWord(p, "else") === undefined) break;
      if (takeWord(p, "if") !== undefined) {
        const at = p.at - "if".length;
        const next = readHeader(p, "then");
        ({ condition } = next);
        refuse(p, at, `if (${conditionOf(next.text)}) { … }`);
        continue;
      }
      otherwise = p.body();
      break;
    }
    const { body, end } = until(p, "elif", "else", "fi");
    branches.push({ condition, body });
    if (end === "elif") {
      ({ condition } = readHeader(p, "then"));
      continue;
    }
    if (end === "else") otherwise = until(p, "fi").body;
    break;
  }
  refuse(p, start, `if (${conditionOf(first.text)}) { … }`);
  return { kind: "if", branches, ...(otherwise && { otherwise }), start, end: p.at };
}

/** Behind a header in parentheses, `; then` or `do` where a body belongs: read to its `fi` or `done`. */
export function readShellBody(p: Parser): BlockStatement | undefined {
  const at = p.match(/[ \t]*;?[ \t\r\n]*(?:then(?![\w.(]|[ \t]*=)|do(?![\w.(]|[ \t]*(?:=|\{)))/y, p.at)?.[0];
  if (at === undefined || p.panic) return undefined;
  const header = p.text.slice(p.statementStart, p.at);
  const start = p.at;
  const word = takeWord(p, "then", "do");
  if (word === undefined) return undefined;
  const form = header.length > 80 || header.includes("\n") ? "if (…) { … }" : `${header.trim()} { … }`;
  p.report("DS1122", p.at - word.length, p.at, { word, form });
  p.lose(p.at);
  if (word === "do") return until(p, "done").body;
  const statements: Statement[] = [];
  for (;;) {
    const { body, end } = until(p, "elif", "else", "fi");
    statements.push(body);
    if (end === "elif") {
      readHeader(p, "then");
      takeWord(p, "then");
    } else if (end !== "else") break;
  }
  return { kind: "block", statements, start, end: p.at };
}
