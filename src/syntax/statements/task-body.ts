/** What a task is: clauses in any order, its body, and what takes it back (language 6). */

import { openBrace } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { BlockStatement, Expression, TaskBodyStatement } from "../tree.ts";
import { parseReference } from "./case-reference.ts";
import { spanFrom } from "./header.ts";
import { parseRetryClause } from "./retry.ts";

type Clauses = { -readonly [K in keyof TaskBodyStatement]?: TaskBodyStatement[K] };

/** The clauses by their words: what each takes. */
const clauses: Readonly<Record<string, (p: Parser, into: Clauses) => void>> = {
  goal: (p, into) => {
    into.goal = parseReference(p);
  },
  pre: (p, into) => {
    into.pre = p.block();
  },
  post: (p, into) => {
    into.post = p.block();
  },
  within: (p, into) => {
    into.within = p.expression();
  },
  timeout: (p, into) => {
    into.timeout = p.expression();
  },
  retry: (p, into) => {
    const start = p.look();
    into.retry = { ...parseRetryClause(p), ...spanFrom(p, start) };
  },
  remember: (p, into) => {
    into.remember = p.block();
  },
};

export function parseTaskBody(p: Parser): TaskBodyStatement {
  const start = p.lookLines();
  const found: Clauses = {};
  while (!p.panic) {
    const at = p.lookLines();
    if (p.code(at) === openBrace) break;
    const word = p.text.slice(at, p.nameEnd(at));
    const clause = Object.hasOwn(clauses, word) ? clauses[word] : undefined;
    if (clause === undefined) {
      const known = Object.keys(clauses).map((each) => `\`${each}\``);
      p.fail(at, "a clause of the task, or its body", `clauses are ${known.join(", ")}; the body stands in \`{ … }\``);
      break;
    }
    p.at = at + word.length;
    // The word is one of the table's, and the table's words are the fields of a task's body.
    if (found[word as keyof Clauses] !== undefined) p.report("DS1213", at, p.at, { clause: word });
    clause(p, found);
  }
  const body = p.block();
  return { ...found, kind: "task-body", body, ...parseBack(p), ...spanFrom(p, start) };
}

/** What takes it back, on this line or the next. */
function parseBack(p: Parser): { readonly undo?: BlockStatement; readonly irreversible?: Expression } {
  if (p.panic) return {};
  const at = p.lookLines();
  // In a line of its own, `undo` without a block is a program.
  const isHere = !p.text.slice(p.at, at).includes("\n");
  if (p.isWordAt("undo", at) && (isHere || p.code(skipTrivia(p, at + 4, true)) === openBrace)) {
    p.at = at + 4;
    return { undo: p.block() };
  }
  if (p.isWordAt("irreversible", at)) {
    p.at = at + "irreversible".length;
    return { irreversible: p.expression() };
  }
  return {};
}
