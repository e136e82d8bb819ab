/** The shells' `if`, `while`, `until`, `for`, `select` and `case`: refused once, and read to their end for what stands in them. */

import type { DiagnosticCode } from "../../diagnostics/index.ts";
import { closeParen, isBlank, newline, openBrace, semicolon } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { lineEnd, skipCommandBlanks, skipTrivia } from "../scan/trivia.ts";
import type { BlockStatement, Condition, Identifier, NodeBase, Statement, Word } from "../tree.ts";
import { conditionOf, countingFor, forOf, negatedCondition, readingFor } from "./shell-headers.ts";
import { asExpression } from "./translate.ts";

// What the statement's own fix writes anew.
const ofHeaders: ReadonlySet<DiagnosticCode> = new Set(["DS1103", "DS1104", "DS1105", "DS1107", "DS1108", "DS1109"]);

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
  return p.match(/for[ \t]*\(\([^;)\n]*;[^\n]*\)\)[ \t]*(?:;|do\b|\{|[\r\n#]|$)/y, at) !== undefined;
}

/** Reads the statement at the position; `piped` is the command whose output it reads, where one stands ahead of it. */
export function readShellStatement(p: Parser, piped?: string): Statement {
  const start = p.at;
  const word = p.text.slice(start, p.nameEnd(start));
  p.at = start + word.length;
  p.lose(p.at);
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

function refuse(p: Parser, start: number, form: string): void {
  const word = p.text.slice(start, p.nameEnd(start));
  p.report("DS1122", start, start + word.length, { word, form });
}

/** What stands between a statement's word and its `then` or `do`, or its `{`. */
function readHeader(p: Parser, ends: string): { readonly condition: Condition; readonly text: string } {
  skipCommandBlanks(p);
  const start = p.at;
  const line = p.text.slice(start, lineEnd(p, start));
  // What is no command for us is not read as one.
  const raw = /^!?\s*(?:\[\[|\(\().*?(?=\s*(?:;|\bthen\b|\bdo\b|\{\s*(?:#.*)?$|$))/.exec(line)?.[0];
  if (raw !== undefined) {
    p.at = start + raw.length;
    return { condition: unreadable(p.at), text: raw };
  }
  // `if n > 3 {`: only the parentheses are missing.
  const isBraced = /\{\s*(?:#.*)?$/.test(line) && !new RegExp(`\\b${ends}\\b`).test(line);
  const heads = p.heads.length;
  const muted = p.mute(ofHeaders);
  const condition: Condition = isBraced ? p.condition() : listCondition(p);
  p.mute(muted);
  dropBuiltins(p, heads);
  return { condition, text: p.text.slice(start, condition.end) };
}

function listCondition(p: Parser): Condition {
  const start = p.at;
  const list = p.commandList();
  return { kind: "command-condition", negated: false, list, start, end: p.at };
}

/** `while read line`: the builtin is a part of the form. */
function dropBuiltins(p: Parser, from: number): void {
  const kept = p.heads.splice(from).filter(({ name }) => name !== "read");
  p.heads.push(...kept);
}

function unreadable(at: number): Condition {
  return {
    kind: "expression-condition",
    expression: { kind: "error-expression", start: at, end: at },
    start: at,
    end: at,
  };
}

/** Goes over newlines and `;` to a word, and takes it. */
function takeWord(p: Parser, ...wanted: readonly string[]): string | undefined {
  let at = p.lookLines();
  while (p.code(at) === semicolon) at = skipTrivia(p, at + 1, true);
  const word = p.text.slice(at, p.nameEnd(at));
  if (!wanted.includes(word)) return undefined;
  p.at = at + word.length;
  return word;
}

/** Statements up to one of the words, which is taken. */
function until(
  p: Parser,
  ...ends: readonly string[]
): { readonly body: BlockStatement; readonly end: string | undefined } {
  const start = p.at;
  const statements = p.statements(-1, (at) => ends.includes(p.text.slice(at, p.nameEnd(at))));
  const body: BlockStatement = { kind: "block", statements, start, end: p.at };
  return { body, end: takeWord(p, ...ends) };
}

/** `do … done`, or a block. */
function readLoopBody(p: Parser): BlockStatement {
  if (takeWord(p, "do") !== undefined) return until(p, "done").body;
  return p.code(p.lookLines()) === openBrace ? p.block() : { kind: "block", statements: [], start: p.at, end: p.at };
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

function readWhile(p: Parser, start: number, word: string, piped: string | undefined): Statement {
  const { condition, text } = readHeader(p, "do");
  const read = /^(?:IFS=\S*\s+)?read\b((?:\s+-\w+)*)(.*)$/s.exec(text);
  const names = read?.[2]?.match(/[A-Za-z_]\w*/g) ?? [];
  const body = readLoopBody(p);
  const file = p.match(/[ \t]*<[ \t]*([^\s;&|<>]+)/y, p.at)?.[1];
  const source = piped ?? (file === undefined ? undefined : `cat ${file}`);
  if (read !== null) refuse(p, start, readingFor(names, source));
  else refuse(p, start, `while (${word === "until" ? negatedCondition(text) : conditionOf(text)}) { … }`);
  return { kind: "while", condition, body, start, end: p.at };
}

function readFor(p: Parser, start: number, word: string): Statement {
  const at = p.look();
  const end = p.nameEnd(at);
  const name: Identifier = { kind: "identifier", name: p.text.slice(at, end), start: at, end };
  p.at = end;
  p.declare(name);
  const values = takeWord(p, "in") === undefined ? [] : readWords(p);
  const from = values[0]?.start ?? p.at;
  const text = p.text.slice(from, p.at);
  const body = readLoopBody(p);
  refuse(p, start, word === "select" ? `String ${name.name} = System.ask("…")` : forOf(name.name, text));
  const iterable = { kind: "capture", body: [echoing(values, from)], start: from, end: from } as const;
  return { kind: "for-in", type: typeNode("String", at), name, iterable, body, start, end: p.at };
}

function readWords(p: Parser): readonly Word[] {
  const found: Word[] = [];
  const muted = p.mute(ofHeaders);
  for (;;) {
    skipCommandBlanks(p);
    const word = p.code(p.at) === openBrace && isBlank(p.code(p.at + 1)) ? undefined : p.word();
    if (word === undefined) break;
    found.push(word);
  }
  p.mute(muted);
  return found;
}

/** The words as those of a command, so that what stands in them is checked. */
function echoing(values: readonly Word[], at: number): Statement {
  const span: NodeBase = { start: at, end: at };
  const head: Word = { parts: [{ kind: "text", text: "true", quoted: false, ...span }], ...span };
  const simple = {
    kind: "simple",
    prefixes: [],
    assignments: [],
    words: [head, ...values],
    redirects: [],
    role: "program",
    forced: true,
    ...span,
  } as const;
  const first = { negated: false, stages: [simple], ...span };
  return { kind: "command", list: { first, rest: [], background: false, ...span }, ...span };
}

function typeNode(name: string, at: number) {
  const span: NodeBase = { start: at, end: at };
  return { kind: "type", name: { kind: "identifier", name, ...span }, arguments: [], suffixes: [], ...span } as const;
}

/** `for ((i=0; i<3; i++)); do … done` */
function readCounting(p: Parser, start: number): Statement {
  const header = p.match(/[ \t]*\(\(([^\n]*?)\)\)(?=[ \t]*(?:;|do\b|\{|[\r\n#]|$))/y, p.at);
  const inner = header?.[1] ?? "";
  const at = p.text.indexOf(inner, start);
  const nameEnd = p.nameEnd(at);
  const name: Identifier = { kind: "identifier", name: p.text.slice(at, nameEnd), start: at, end: nameEnd };
  p.declare(name);
  p.at += header?.[0].length ?? 0;
  const { end } = name;
  const value = { kind: "int", value: 0, start: end, end } as const;
  const init = { kind: "variable", constant: false, type: typeNode("int", at), name, value, start: at, end } as const;
  const body = readLoopBody(p);
  refuse(p, start, countingFor(inner));
  return { kind: "for", init, step: [], body, start, end: p.at };
}

const pattern = /\(?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s()"'`;&<>$]|\$\w+|\$\{\w+\}|[ \t]*\|[ \t]*)+[ \t]*\)/y;

/** `case w in a|b) … ;; esac` */
function readCase(p: Parser, start: number): Statement {
  skipCommandBlanks(p);
  const from = p.at;
  const muted = p.mute(ofHeaders);
  p.word();
  p.mute(muted);
  const value = p.text.slice(from, p.at);
  const branches: { readonly condition: Condition; readonly body: Statement }[] = [];
  let first: string | undefined;
  if (takeWord(p, "in") !== undefined) {
    for (;;) {
      const at = p.lookLines();
      const found = p.match(pattern, at)?.[0];
      if (found === undefined) break;
      first ??= found.replace(/[()]/g, "").split("|", 1)[0]?.trim();
      p.at = at + found.length;
      const bodyStart = p.at;
      const statements = p.statements(-1, (stop) => isCaseEnd(p, stop));
      const body: BlockStatement = { kind: "block", statements, start: bodyStart, end: p.at };
      branches.push({ condition: unreadable(at), body });
    }
    takeWord(p, "esac");
  }
  const label = first === undefined || /[*?[]/.test(first) ? "…" : asExpression(first);
  refuse(p, start, `switch (${value === "" ? "…" : asExpression(value)}) { case ${label}: … }`);
  return { kind: "if", branches, start, end: p.at };
}

function isCaseEnd(p: Parser, at: number): boolean {
  return (
    p.text.slice(at, p.nameEnd(at)) === "esac" || (p.code(at) !== closeParen && p.match(pattern, at) !== undefined)
  );
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
