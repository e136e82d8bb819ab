/** `a | b && c || d &`: lists of pipelines (language 3). */

import { ampersand, bang, bar, greater } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipCommandBlanks, skipCommandLines } from "../scan/trivia.ts";
import type { CommandList, Pipeline, Stage } from "../tree.ts";
import { isCodeAt, readCode } from "./code-among.ts";
import { parseStage } from "./stage.ts";

export function parseList(p: Parser, overLines: boolean): CommandList {
  skipCommandBlanks(p);
  const start = p.at;
  const first = parsePipeline(p);
  const rest: { readonly operator: "&&" | "||"; readonly pipeline: Pipeline }[] = [];
  while (!p.panic) {
    const end = p.at;
    if (overLines) skipCommandLines(p);
    else skipCommandBlanks(p);
    const operator = p.startsWith("&&", p.at) ? "&&" : p.startsWith("||", p.at) ? "||" : undefined;
    if (operator === undefined) {
      p.at = end;
      break;
    }
    const at = p.at;
    p.at += 2;
    skipCommandLines(p);
    if (!isCodeAt(p, p.at, overLines)) rest.push({ operator, pipeline: parsePipeline(p) });
    else {
      const isLong = rest.length > 0;
      const stage = readCode(p, { operator, isCondition: overLines, listStart: start, at, isLong });
      const pipeline = { negated: false, stages: [stage], start: stage.start, end: stage.end };
      rest.push({ operator, pipeline });
    }
  }
  const background = !p.panic && takeBackground(p);
  return { first, rest, background, start, end: p.at };
}

/** `&` ends a list as `;` does. */
function takeBackground(p: Parser): boolean {
  const end = p.at;
  skipCommandBlanks(p);
  if (p.code(p.at) !== ampersand || p.code(p.at + 1) === greater) {
    p.at = end;
    return false;
  }
  p.at += 1;
  return true;
}

/** `!a | b` */
export function parsePipeline(p: Parser): Pipeline {
  const start = p.at;
  let negated = false;
  while (p.code(p.at) === bang) {
    negated = !negated;
    p.at += 1;
    skipCommandBlanks(p);
  }
  const before = { operator: "!", isCondition: false, listStart: start, at: start, isLong: false } as const;
  const isCode = p.at > start && isCodeAt(p, p.at, false);
  const stages: Stage[] = [isCode ? readCode(p, before) : parseStage(p)];
  while (!p.panic) {
    const end = p.at;
    skipCommandBlanks(p);
    if (p.code(p.at) !== bar || p.code(p.at + 1) === bar) {
      p.at = end;
      break;
    }
    if (p.code(p.at + 1) === ampersand) {
      p.report("DS1110", p.at, p.at + 2, {});
      p.at += 1;
    }
    const at = p.at;
    p.at += 1;
    skipCommandLines(p);
    const before = { operator: "|", isCondition: false, listStart: start, at, isLong: false } as const;
    stages.push(isCodeAt(p, p.at, false) ? readCode(p, before) : parseStage(p, p.text.slice(start, at).trim()));
  }
  return { negated, stages, start, end: p.at };
}
