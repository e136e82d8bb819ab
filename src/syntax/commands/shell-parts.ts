/** What the shells' statements consist of: headers, `then … fi`, `do … done`, read for what stands in them. */

import type { DiagnosticCode } from "../../diagnostics/index.ts";
import { colon, openBrace, semicolon } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { lineEnd, skipCommandBlanks, skipTrivia } from "../scan/trivia.ts";
import type { BlockStatement, Condition } from "../tree.ts";

/** What a refused statement's own fix writes anew. */
export const ofHeaders: ReadonlySet<DiagnosticCode> = new Set([
  "DS1103",
  "DS1104",
  "DS1105",
  "DS1107",
  "DS1108",
  "DS1109",
]);

/** Says how the statement whose word stands at `start` is written here. */
export function refuse(p: Parser, start: number, form: string): void {
  const word = p.text.slice(start, p.nameEnd(start));
  p.report("DS1122", start, start + word.length, { word, form });
}

export interface Header {
  readonly condition: Condition;
  readonly text: string;
}

/** What stands between a statement's word and its `then` or `do`, or its `{`. */
export function readHeader(p: Parser, ends: "then" | "do"): Header {
  skipCommandBlanks(p);
  const start = p.at;
  const line = p.text.slice(start, lineEnd(p, start));
  // What is no command for us is not read as one.
  const raw = /^!?\s*(?:\[\[|\(\().*?(?=\s*(?:;|\bthen\b|\bdo\b|\{\s*(?:#.*)?$|$))/.exec(line)?.[0];
  if (raw !== undefined) {
    p.at = start + raw.length;
    return { condition: unreadable(p.at), text: raw };
  }
  // `if n > 3 {`, `if n > 3:`: only the parentheses are missing.
  const isBraced = /[{:]\s*(?:#.*)?$/.test(line) && !line.split(/[\s;]+/).includes(ends);
  const heads = p.heads.length;
  const muted = p.mute(ofHeaders);
  const condition: Condition = isBraced ? p.condition() : listCondition(p);
  p.mute(muted);
  dropBuiltins(p, heads);
  if (isBraced && p.code(p.look()) === colon) p.at = p.look() + 1;
  return { condition, text: p.text.slice(start, condition.end).replace(/:$/, "") };
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

/** Stands for a condition that is none of ours. */
export function unreadable(at: number): Condition {
  return {
    kind: "expression-condition",
    expression: { kind: "error-expression", start: at, end: at },
    start: at,
    end: at,
  };
}

/** Goes over newlines and `;` to a word, and takes it. */
export function takeWord(p: Parser, ...wanted: readonly string[]): string | undefined {
  let at = p.lookLines();
  while (p.code(at) === semicolon) at = skipTrivia(p, at + 1, true);
  const word = p.text.slice(at, p.nameEnd(at));
  if (!wanted.includes(word)) return undefined;
  p.at = at + word.length;
  return word;
}

/** Statements up to one of the words, which is taken. */
export function until(
  p: Parser,
  ...ends: readonly string[]
): { readonly body: BlockStatement; readonly end: string | undefined } {
  const start = p.at;
  const statements = p.statements(-1, (at) => ends.includes(p.text.slice(at, p.nameEnd(at))));
  const body: BlockStatement = { kind: "block", statements, start, end: p.at };
  return { body, end: takeWord(p, ...ends) };
}

/** `do … done`, or a block. */
export function readLoopBody(p: Parser): BlockStatement {
  if (takeWord(p, "do") !== undefined) return until(p, "done").body;
  return p.code(p.lookLines()) === openBrace ? p.block() : { kind: "block", statements: [], start: p.at, end: p.at };
}
