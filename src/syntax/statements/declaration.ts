/** What tasks and plans have in common: a word, a name, parameters, and a body that is one statement of its own (language 6). */

import { openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { FunctionStatement, PlanBodyStatement, Statement, TaskBodyStatement, TypeNode } from "../tree.ts";
import { parseParameterList } from "./function.ts";
import { isBeforeName } from "./header.ts";

/** `word NAME(` */
export function isDeclaration(p: Parser, after: number): boolean {
  if (!isBeforeName(p, after)) return false;
  const name = skipTrivia(p, after, false);
  // A name with letters that no name may have is said to be one when it is read.
  const end = name + (p.match(/[\w\u0080-\uffff]+/y, name)?.[0].length ?? 0);
  return p.code(skipTrivia(p, end, false)) === openParen;
}

/** Reads it; `returns` is the type that a call has. */
export function declaration(
  p: Parser,
  kind: "task" | "plan",
  returns: string,
  what: string,
  parseBody: (p: Parser) => TaskBodyStatement | PlanBodyStatement,
): Statement {
  const start = p.at;
  p.takeWord(kind);
  const type = typeAt(returns, p.at);
  const name = p.name(what);
  p.declare(name);
  const parameters = parseParameterList(p);
  const from = p.at;
  const body = parseBody(p);
  const block = { kind: "block", statements: [body], start: from, end: p.at } as const;
  const made: FunctionStatement = { kind: "function", returns: type, name, parameters, body: block, start, end: p.at };
  return { kind, function: made, start, end: p.at };
}

/** A type that nobody wrote. */
function typeAt(name: string, at: number): TypeNode {
  const span = { start: at, end: at };
  return { kind: "type", name: { kind: "identifier", name, ...span }, arguments: [], suffixes: [], ...span };
}
