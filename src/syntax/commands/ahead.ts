/** What stands ahead of a program: prefixes, environment and redirections, in any order (language 3). */

import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Assignment, Prefix, Redirect } from "../tree.ts";
import { isAssignment, parseAssignment } from "./assignments.ts";
import { isRedirect, parseRedirect } from "./redirects.ts";
import { isShellArray, refuseArray } from "./shell-assignments.ts";

/** A stage without its program or group. */
export interface Ahead {
  readonly start: number;
  readonly prefixes: readonly Prefix[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
}

export function parseAhead(p: Parser): Ahead {
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
    } else if (isShellArray(p, p.at)) {
      refuseArray(p);
      p.refusedAt = p.at;
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
