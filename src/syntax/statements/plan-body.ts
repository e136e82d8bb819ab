/** What a plan is: its steps, and what is done where one of them, or an undo, fails (language 6). */

import { openBrace, openParen } from "../characters.ts";
import type { Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { FailureHandler, GoalReference, PlanBodyStatement } from "../tree.ts";
import { parseReference } from "./case-reference.ts";
import { inParens, spanFrom } from "./header.ts";

export function parsePlanBody(p: Parser): PlanBodyStatement {
  const start = p.lookLines();
  let goal: GoalReference | undefined;
  if (!p.panic && p.isWordAt("goal", start)) {
    p.at = start + 4;
    goal = parseReference(p);
  }
  const body = p.block();
  let onFailure: FailureHandler | undefined;
  let onUndoFailure: FailureHandler | undefined;
  while (!p.panic) {
    const at = p.lookLines();
    const match = p.match(/on[ \t]+(undo[ \t]+)?failure\b/y, at);
    const next = match === undefined ? 0 : p.code(skipTrivia(p, at + match[0].length, true));
    // In a line of its own, `on failure` without a block is a program.
    const isHere = !p.text.slice(p.at, at).includes("\n");
    if (match === undefined || (!isHere && next !== openBrace && next !== openParen)) break;
    p.at = at + match[0].length;
    const isUndo = match[1] !== undefined;
    const isSecond = (isUndo ? onUndoFailure : onFailure) !== undefined;
    if (isSecond) p.report("DS1213", at, p.at, { clause: isUndo ? "on undo failure" : "on failure" });
    const handler = parseHandler(p, at);
    if (isUndo) onUndoFailure = handler;
    else onFailure = handler;
  }
  return {
    kind: "plan-body",
    ...(goal && { goal }),
    body,
    ...(onFailure && { onFailure }),
    ...(onUndoFailure && { onUndoFailure }),
    ...spanFrom(p, start),
  };
}

/** `(Fault f)` may be left out. */
function parseHandler(p: Parser, start: number): FailureHandler {
  const at = p.lookLines();
  if (p.code(at) === openBrace) return { body: p.block(), ...spanFrom(p, start) };
  p.at = p.code(at) === openParen ? at : p.at;
  const named = inParens(
    p,
    () => ({ type: p.name("`Fault`"), name: p.name("a name for the fault") }),
    () => undefined,
  );
  if (named !== undefined) p.declare(named.name);
  return { ...named, body: p.block(), ...spanFrom(p, start) };
}
