/** A use of a syntax as a value: an expression of its own word, an operator, or a literal (language 7.2). */

import { holesOf } from "../extensions/form.ts";
import { failUse, lowerExpression } from "../extensions/lower.ts";
import { fitsUse, readUse } from "../extensions/use.ts";
import type { GrammarRow, Parser } from "../grammar.ts";
import type { Precedence } from "../precedences.ts";
import type { Expression, NodeBase, Part, Parts, SyntaxExtension } from "../tree.ts";

export function expressionUseRow(syntax: SyntaxExtension, form: string): GrammarRow {
  return {
    role: "operand",
    kind: "extension-expression",
    form,
    opens: syntax.word.charAt(0),
    shape: (p) => {
      const end = p.nameEnd(p.at);
      return p.text.slice(p.at, end) === syntax.word && fitsUse(p, end, syntax.form[1]);
    },
    parse: (p) => readExpression(p, syntax),
  };
}

function readExpression(p: Parser, syntax: SyntaxExtension): Expression {
  const start = p.at;
  const parts = readUse(p, syntax);
  if (parts === undefined) return { kind: "error-expression", start, end: p.at };
  return expressionOf(p, syntax, parts, { start, end: start + syntax.word.length }, { start, end: p.at });
}

function expressionOf(
  p: Parser,
  syntax: SyntaxExtension,
  parts: Parts,
  span: NodeBase,
  whole: NodeBase,
  text?: string,
): Expression {
  if (p.panic) return { kind: "error-expression", ...whole };
  const lowered = lowerExpression(p, syntax, parts, span, text);
  return { kind: "extension-expression", syntax, parts, lowered, ...(text !== undefined && { text }), ...whole };
}

export function operatorRow(syntax: SyntaxExtension, form: string, precedence: Precedence): GrammarRow {
  const [first, second] = holesOf(syntax.form);
  const { word: operator } = syntax;
  const part = (value: Expression): Part => {
    const { start, end } = value;
    return { of: "expr", value, isFallback: false, start, end };
  };
  if (second === undefined)
    return {
      role: "prefix",
      kind: "extension-expression",
      form,
      operator,
      build: (p, start, operand) => {
        const parts = new Map([[first?.name ?? "", part(operand)]]);
        const span = { start, end: start + operator.length };
        return expressionOf(p, syntax, parts, span, { start, end: operand.end });
      },
    };
  return {
    role: "infix",
    kind: "extension-expression",
    form,
    operator,
    precedence,
    build: (p, left, span, right) => {
      const parts = new Map([
        [first?.name ?? "", part(left)],
        [second.name, part(right)],
      ]);
      return expressionOf(p, syntax, parts, span, { start: left.start, end: right.end });
    },
  };
}

/** A group that is repeated without an end is all that can take exponential time. */
const repeatedGroup = /\)(?:[*+]|\{\d+,\})/;
/** Patterns that took too long once: they are not tried again. */
const slow = new Set<string>();

/** What gives the end of a literal at the parser's place, or -1. */
function matcherOf(syntax: SyntaxExtension): (p: Parser) => number {
  const { pattern = "(?!)" } = syntax;
  const regex = new RegExp(pattern, "y");
  if (!repeatedGroup.test(pattern)) return (p) => p.matchEnd(regex, p.at);
  let isTold = false;
  const tell = (p: Parser, thrown: unknown): number => {
    if (!isTold) failUse(p, syntax, { start: p.at, end: p.at + 1 }, thrown);
    isTold = true;
    return -1;
  };
  const tooSlow = new Error(`its pattern takes too long on this text: /${pattern}/`);
  return (p) => {
    if (slow.has(pattern)) return tell(p, tooSlow);
    try {
      return p.within(() => p.matchEnd(regex, p.at));
    } catch {
      slow.add(pattern);
      return tell(p, tooSlow);
    }
  };
}

/** Every printable character of ASCII: a literal may begin with any. */
const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join("");

export function literalRow(syntax: SyntaxExtension, form: string): GrammarRow {
  const match = matcherOf(syntax);
  const ends = (p: Parser): number => {
    const end = match(p);
    // A longer word is another thing: `10.0.0.0/8x`.
    return end > p.at && !/\w/.test(p.text.charAt(end)) ? end : -1;
  };
  return {
    role: "operand",
    kind: "extension-expression",
    form,
    opens: printable,
    shape: (p) => ends(p) !== -1,
    parse: (p) => {
      const start = p.at;
      p.at = ends(p);
      const text = p.text.slice(start, p.at);
      const whole = { start, end: p.at };
      const value: Expression = { kind: "string", parts: [{ kind: "text", text, quoted: true, ...whole }], ...whole };
      const name = holesOf(syntax.form)[0]?.name ?? "text";
      const parts = new Map([[name, { of: "text", value, isFallback: false, ...whole } as const]]);
      return expressionOf(p, syntax, parts, whole, whole, text);
    },
  };
}
