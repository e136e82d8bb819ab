/** One stage of a pipeline: prefixes, environment, and a program with its words, or a group (language 3). */

import { openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Assignment, Prefix, Redirect, Stage } from "../tree.ts";
import { isAssignment, parseAssignment } from "./assignments.ts";
import { parseGroup } from "./group.ts";
import { isRedirect, parseRedirect } from "./redirects.ts";
import { parseSimple } from "./simple.ts";

/** What stands ahead of the program: in any order. */
export interface Ahead {
  readonly start: number;
  readonly prefixes: readonly Prefix[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
}

export function parseStage(p: Parser): Stage {
  const ahead = parseAhead(p);
  if (p.code(p.at) === openParen && !p.panic) {
    const first = ahead.assignments[0];
    if (first !== undefined) p.report("DS1119", first.start, first.end, { why: "a group has no environment of its own", fix: "write `export NAME=value` within the group" });
    return parseGroup(p, ahead);
  }
  return parseSimple(p, ahead);
}

function parseAhead(p: Parser): Ahead {
  skipCommandBlanks(p);
  const start = p.at;
  const prefixes: Prefix[] = [];
  const assignments: Assignment[] = [];
  const redirects: Redirect[] = [];
  while (!p.panic) {
    skipCommandBlanks(p);
    if (isRedirect(p)) {
      const redirect = parseRedirect(p);
      if (redirect !== undefined) redirects.push(redirect);
    } else if (isAssignment(p, p.at)) assignments.push(parseAssignment(p));
    else {
      const end = p.nameEnd(p.at);
      const row = end > p.at ? p.grammar.commandPrefixes.get(p.text.slice(p.at, end)) : undefined;
      if (row === undefined || (row.shape !== undefined && !row.shape(p, end))) break;
      const prefix = row.parse(p);
      if (prefix !== undefined) prefixes.push(prefix);
    }
  }
  return { start, prefixes, assignments, redirects };
}
