/** One stage of a pipeline: a program with its words, or a group (language 3). */

import { openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Stage } from "../tree.ts";
import { parseAhead } from "./ahead.ts";
import { isCodeAt, readCode } from "./code-among.ts";
import { parseGroup, parseRedirects } from "./group.ts";
import { isShellStatement, readShellStatement } from "./shell-statements.ts";
import { isShellSum, refuseSum } from "./shell-sums.ts";
import { parseSimple } from "./simple.ts";

/** `piped` is the command whose output it reads, where one stands ahead of it. */
export function parseStage(p: Parser, piped?: string): Stage {
  skipCommandBlanks(p);
  if (isShellStatement(p, p.at)) return shellStage(p, piped);
  if (isShellSum(p, p.at)) return refuseSum(p);
  const ahead = parseAhead(p);
  if (p.code(p.at) === openParen && !p.panic) {
    const first = ahead.assignments[0];
    if (first !== undefined)
      p.report("DS1119", first.start, first.end, {
        why: "a group has no environment of its own",
        fix: "write `export NAME=value` within the group",
      });
    return parseGroup(p, ahead);
  }
  const isBehind = ahead.prefixes.length > 0 || ahead.assignments.length > 0;
  if (isBehind && !p.panic && isCodeAt(p, p.at, false)) {
    const { start } = ahead;
    return readCode(p, { operator: "prefix", isCondition: false, listStart: start, at: start, isLong: false });
  }
  return parseSimple(p, ahead);
}

/** A statement of the shells is one of their commands: it may stand in a pipe and have redirections. */
function shellStage(p: Parser, piped: string | undefined): Stage {
  const { at: start } = p;
  const statement = readShellStatement(p, piped);
  const body = { kind: "block", statements: [statement], start, end: p.at } as const;
  const redirects = parseRedirects(p);
  return { kind: "group", prefixes: [], body, redirects, start, end: p.at };
}
