/** The shells' `while`, `until`, `for` and `select`: refused once, and read as loops of ours. */

import { isBlank, openBrace } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Identifier, NodeBase, Statement, TypeNode, Word } from "../tree.ts";
import { conditionOf, countingFor, forOf, negatedCondition, readingFor } from "./shell-headers.ts";
import { ofHeaders, readHeader, readLoopBody, refuse, takeWord } from "./shell-parts.ts";

/** `while …; do … done`; `piped` is the command whose output it reads, where one stands ahead of it. */
export function readWhile(p: Parser, start: number, word: string, piped: string | undefined): Statement {
  const { condition, text } = readHeader(p, "do");
  const read = /^(?:IFS=\S*\s+)?read\b((?:\s+-\w+)*)(.*)$/s.exec(text);
  const names = read?.[2]?.match(/[A-Za-z_]\w*/g) ?? [];
  const body = readLoopBody(p);
  const file = p.match(/[ \t]*<[ \t]*([^\s;&|<>]+)/y, p.at)?.[1];
  const ahead = piped === undefined || piped.length <= 60 ? piped : "…";
  const source = ahead ?? (file === undefined ? undefined : `cat ${file}`);
  if (read !== null) refuse(p, start, readingFor(names, source));
  else refuse(p, start, `while (${word === "until" ? negatedCondition(text) : conditionOf(text)}) { … }`);
  return { kind: "while", condition, body, start, end: p.at };
}

/** `for x in …; do … done`, and `select`. */
export function readFor(p: Parser, start: number, word: string): Statement {
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

function typeNode(name: string, at: number): TypeNode {
  const span: NodeBase = { start: at, end: at };
  return { kind: "type", name: { kind: "identifier", name, ...span }, arguments: [], suffixes: [], ...span };
}

/** `for ((i=0; i<3; i++)); do … done` */
export function readCounting(p: Parser, start: number): Statement {
  const header = p.match(/[ \t]*\(\(([^\n]{0,400}?)\)\)(?=[ \t]*(?:;|do\b|\{|[\r\n#]|$))/y, p.at);
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
