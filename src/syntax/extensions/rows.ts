/** The rows that a syntax of one's own adds to the grammar. */

import { openBrace, openParen } from "../characters.ts";
import type { GrammarRow, Parser } from "../grammar.ts";
import type { Precedence } from "../precedences.ts";
import { skipTrivia } from "../scan/trivia.ts";
import { isBeforeAssignment } from "../statements/header.ts";
import type { Expression, FormElement, NodeBase, Part, Parts, Statement, SyntaxExtension } from "../tree.ts";
import { formText, holesOf } from "./form.ts";
import { lowerExpression, lowerStatement, readByPackage } from "./lower.ts";
import { isWhole, readParts } from "./use.ts";

/** The row through which the parser finds the uses of a syntax. */
export function rowOf(syntax: SyntaxExtension): GrammarRow {
  const form = formText(syntax.form, () => "…");
  switch (syntax.role) {
    case "statement":
      return {
        role: "statement",
        kind: "extension",
        form,
        words: [syntax.word],
        shape: (p, after) => fits(p, after, syntax.form[1]),
        parse: (p) => readStatement(p, syntax),
      };
    case "expression":
      return {
        role: "operand",
        kind: "extension-expression",
        form,
        opens: syntax.word.charAt(0),
        shape: (p) => {
          const end = p.nameEnd(p.at);
          return p.text.slice(p.at, end) === syntax.word && fits(p, end, syntax.form[1]);
        },
        parse: (p) => readExpression(p, syntax),
      };
    case "operator":
      return operatorRow(syntax, form, syntax.precedence ?? "relational");
    case "literal":
      return literalRow(syntax, form);
  }
}

/** Whether what stands behind a construct's word can be its second element. */
function fits(p: Parser, after: number, next: FormElement | undefined): boolean {
  const at = skipTrivia(p, after, next?.kind === "hole" && (next.of === "block" || next.of === "body"));
  switch (next?.kind) {
    case undefined:
      return true;
    case "word":
      return p.startsWith(next.text, at) && p.nameEnd(at) === at + next.text.length;
    case "mark":
      return p.startsWith(next.text, at);
    case "group":
      return p.code(at) === openParen;
    case "optional":
      return !isBeforeAssignment(p, after);
    case "hole":
      return next.of === "block" ? p.code(at) === openBrace : at > after && !isBeforeAssignment(p, after);
  }
}

/** The parts of a use; undefined where something is wrong, and said. */
function readUse(p: Parser, syntax: SyntaxExtension): Parts | undefined {
  if (syntax.read !== undefined) return readByPackage(p, syntax, syntax.read);
  const parts = new Map<string, Part>();
  readParts(p, syntax.form, parts);
  return p.panic || !isWhole(syntax.form, parts) ? undefined : parts;
}

function readStatement(p: Parser, syntax: SyntaxExtension): Statement {
  const start = p.at;
  const parts = readUse(p, syntax);
  const span = { start, end: start + syntax.word.length };
  if (parts === undefined) return { kind: "error", start, end: p.at };
  const lowered = lowerStatement(p, syntax, parts, span);
  return { kind: "extension", syntax, parts, lowered, start, end: p.at };
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

function operatorRow(syntax: SyntaxExtension, form: string, precedence: Precedence): GrammarRow {
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

/** Every printable character of ASCII: a literal may begin with any. */
const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join("");

function literalRow(syntax: SyntaxExtension, form: string): GrammarRow {
  const pattern = new RegExp(syntax.pattern ?? "(?!)", "y");
  const ends = (p: Parser): number => {
    const end = p.matchEnd(pattern, p.at);
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
