/** A goal or a strategy of the D-Case, where a construct names one: by its text or by its label (language 10). */

import type { Parser } from "../grammar.ts";
import type { GoalReference } from "../tree.ts";
import { isBeforeNamedBlock } from "./header.ts";

const labelShape = /[A-Za-z_](?:[\w.-]*\w)?(?=[ \t]*(?:[\r\n{#;]|\/[/*]|$))/y;

/** Reads it: a label is a word alone ahead of what ends the line or opens a block. */
export function parseReference(p: Parser): GoalReference {
  const start = p.look();
  const label = p.panic ? undefined : p.match(labelShape, start)?.[0];
  if (label === undefined) return p.expression();
  p.at = start + label.length;
  return { kind: "case-label", name: label, start, end: p.at };
}

/** A text or a label, and then `{`, on this line or the next: `assure x y` is a program. */
export function isBeforeReferredBlock(p: Parser, after: number): boolean {
  return p.matchEnd(/[ \t]+[A-Za-z_](?:[\w.-]*\w)?\s*\{(?![^\s}])/y, after) !== -1 || isBeforeNamedBlock(p, after);
}
