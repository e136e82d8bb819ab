/** One stage of a pipeline: a program with its words, or a group (language 3). */

import { openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import type { Stage } from "../tree.ts";
import { parseAhead } from "./ahead.ts";
import { isCodeAt, readCode } from "./code-among.ts";
import { parseGroup } from "./group.ts";
import { parseSimple } from "./simple.ts";

export function parseStage(p: Parser): Stage {
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
