/** From a use of a syntax to the core constructs that it stands for, within bounds, whatever a package does. */

import type { Parser } from "../grammar.ts";
import type { Expression, NodeBase, Parts, Statement, SyntaxExtension, SyntaxUse } from "../tree.ts";
import { ExpansionTooLarge } from "./expand.ts";

export function lowerStatement(p: Parser, syntax: SyntaxExtension, parts: Parts, span: NodeBase): Statement {
  const lowered = lower(p, syntax, { parts, span, serial: p.nextSerial() });
  // A row of a statement has a template that is one: form and template are read together.
  return (lowered as Statement | undefined) ?? { kind: "error", ...span };
}

export function lowerExpression(
  p: Parser,
  syntax: SyntaxExtension,
  parts: Parts,
  span: NodeBase,
  text?: string,
): Expression {
  const use = { parts, span, serial: p.nextSerial(), ...(text !== undefined && { text }) };
  // As above.
  return (lower(p, syntax, use) as Expression | undefined) ?? { kind: "error-expression", ...span };
}

/** The parts that a package reads by hand; undefined where it failed, or a mistake was reported. */
export function readByPackage(
  p: Parser,
  syntax: SyntaxExtension,
  read: NonNullable<SyntaxExtension["read"]>,
): Parts | undefined {
  const start = p.at;
  try {
    const parts = read(p);
    return p.panic ? undefined : parts;
  } catch (thrown) {
    failUse(p, syntax, { start, end: start + syntax.word.length }, thrown);
    // How far the use goes is not known.
    p.panic = true;
    return undefined;
  }
}

function lower(p: Parser, syntax: SyntaxExtension, use: SyntaxUse): Statement | Expression | undefined {
  // In a template it stands for nothing yet: the template's own uses do.
  if (p.isTemplate) return undefined;
  try {
    return syntax.lower(use, p.expansions);
  } catch (thrown) {
    failUse(p, syntax, use.span, thrown);
    return undefined;
  }
}

/** A package failed at a use: said there, and nothing of what follows from it. */
export function failUse(p: Parser, { word, home }: SyntaxExtension, { start, end }: NodeBase, thrown: unknown): void {
  const name = word === "" ? "the literal" : `\`${word}\``;
  if (thrown instanceof ExpansionTooLarge) {
    // What holds it is as large: once a file is enough.
    if (!p.expansions.isFull) p.report("DS1305", start, end, { name, home, why: thrown.why });
    p.expansions.isFull = true;
  } else p.report("DS1306", start, end, { name, home, why: messageOf(thrown) });
  p.lose(end);
}

function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
