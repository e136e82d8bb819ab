/** `NAME=value` ahead of a command, and behind `export` (language 3). */

import { equals } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { Assignment } from "../tree.ts";

/** Whether `NAME=` stands at `at`. */
export function isAssignment(p: Parser, at: number): boolean {
  const end = p.nameEnd(at);
  return end > at && p.code(end) === equals;
}

export function parseAssignment(p: Parser): Assignment {
  const start = p.at;
  const end = p.nameEnd(start);
  p.at = end + 1;
  // As in the shells, a glob in a value is plain text.
  const value = p.word({ plain: true }) ?? { parts: [], start: p.at, end: p.at };
  return { name: { kind: "identifier", name: p.text.slice(start, end), start, end }, value, start, end: p.at };
}
