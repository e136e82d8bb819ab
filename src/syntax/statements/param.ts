/** `param [secret] TYPE NAME [= VALUE] [in BOUNDS] ["text"]` (language 3). */

import { comma, doubleQuote, equals, isBlank, isDigit, minus, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { readNumber } from "../scan/numbers.ts";
import { readString } from "../scan/strings.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, ParameterBounds, ParameterStatement } from "../tree.ts";
import { declaredNameStart, typeEnd } from "../types.ts";
import { missing } from "./header.ts";

export const paramStatement = defineStatement({
  kind: "param",
  form: 'param TYPE NAME = VALUE in BOUNDS "TEXT"',
  words: ["param"],
  shape: (p, after) => isParameter(p, after),
  parse: parseParameter,
});

/** A type and a name follow; of a type that is not known, what stands behind the name tells a parameter from a program's words. */
function isParameter(p: Parser, after: number): boolean {
  const from = typeStart(p, skipTrivia(p, after, false));
  if (from === after) return false;
  if (declaredNameStart(p, from) !== -1) return true;
  const to = typeEnd(p, from);
  if (to === -1 || !isBlank(p.code(to))) return false;
  const name = skipTrivia(p, to, false);
  return p.nameEnd(name) > name && p.match(/[ \t]+(?:=[ \t]|in[ \t]|["'])/y, p.nameEnd(name)) !== undefined;
}

/** Behind `secret`, where that word stands ahead of a type. */
function typeStart(p: Parser, at: number): number {
  if (!p.startsWith("secret", at) || !isBlank(p.code(at + 6))) return at;
  const next = skipTrivia(p, at + 6, false);
  return typeEnd(p, next) === -1 ? at : next;
}

function parseParameter(p: Parser): ParameterStatement {
  const start = p.at;
  p.takeWord("param");
  const from = p.look();
  p.at = typeStart(p, from);
  const secret = p.at > from;
  const type = p.type();
  const name = p.name("the parameter's name");
  p.declare(name);
  let value: Expression | undefined;
  if (!p.panic && p.code(p.look()) === equals) {
    p.take("=");
    p.at = p.lookLines();
    p.declaring.push(name.name);
    value = p.expression();
    p.declaring.pop();
  }
  const bounds = !p.panic && p.takeWord("in") ? parseBounds(p) : undefined;
  const textAt = p.panic ? p.at : p.look();
  const says = p.panic ? undefined : parseText(p);
  return {
    kind: "param",
    secret,
    type,
    name,
    ...(value && { value }),
    ...(bounds && { bounds }),
    ...(says !== undefined && { says, saysSpan: { start: textAt, end: p.at } }),
    start,
    end: p.at,
  };
}

/** `1..10`, `1..`, `..10`, or a list of values. */
function parseBounds(p: Parser): ParameterBounds {
  const start = p.look();
  const from = p.startsWith("..", start) ? undefined : parseBound(p);
  if (p.take("..")) {
    const to = isBound(p, p.look()) ? parseBound(p) : undefined;
    if (from === undefined && to === undefined) p.fail(p.look(), "a bound, as in `1..10`");
    return { kind: "range", ...(from && { from }), ...(to && { to }), start, end: p.at };
  }
  const values = from === undefined ? [] : [from];
  while (!p.panic && p.code(p.look()) === comma) {
    p.take(",");
    p.at = p.lookLines();
    values.push(parseBound(p));
  }
  return { kind: "list", values, start, end: p.at };
}

function isBound(p: Parser, at: number): boolean {
  return isDigit(p.code(at)) || (p.code(at) === minus && isDigit(p.code(at + 1)));
}

/** A literal: what a parameter may be is known without running anything. */
function parseBound(p: Parser): Expression {
  const start = p.look();
  p.at = start;
  const code = p.code(start);
  if (code === doubleQuote || code === singleQuote) {
    return { kind: "string", parts: readString(p), start, end: p.at };
  }
  if (isDigit(code)) return readNumber(p);
  if (isBound(p, start)) {
    p.at = start + 1;
    const operand = readNumber(p);
    return { kind: "unary", operator: "-", operand, start, end: p.at };
  }
  p.fail(start, 'a bound: `1..10`, or values as in `"a", "b"`');
  return missing(p.at);
}

/** The text for `--help`: a string in which nothing is computed. */
function parseText(p: Parser): string | undefined {
  const start = p.look();
  if (p.code(start) !== doubleQuote && p.code(start) !== singleQuote) return undefined;
  p.at = start;
  const parts = readString(p);
  if (parts.some((part) => part.kind !== "text")) p.report("DS1219", start, p.at, {});
  return parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}
