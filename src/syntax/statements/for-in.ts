/** `for (T x in xs) …` */

import { isBlank } from "../characters.ts";
import { refuseUnquoted, unquotedAt } from "../commands/unquoted.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, Identifier, TypeNode } from "../tree.ts";
import { typeEnd } from "../types.ts";
import { inParens, isBeforeParen, missing } from "./header.ts";
import { takeAtMost } from "./when.ts";

interface Header {
  readonly type?: TypeNode;
  readonly name: Identifier;
  readonly iterable: Expression;
}

export const forInStatement = defineStatement({
  kind: "for-in",
  form: "for (TYPE NAME in VALUES) { … }",
  words: ["for"],
  shape: (p, after) => isBeforeParen(p, after) && inAt(p, skipTrivia(p, after, false) + 1) !== -1,
  parse: (p) => {
    const start = p.at;
    p.takeWord("for");
    const header = inParens(
      p,
      () => parseHeader(p),
      () => ({ name: nameless(p.at), iterable: missing(p.at) }),
    );
    const atMost = takeAtMost(p) ? p.expression() : undefined;
    const body = p.body();
    return { kind: "for-in", ...header, ...(atMost && { atMost }), body, start, end: p.at };
  },
});

function nameless(at: number): Identifier {
  return { kind: "identifier", name: "", start: at, end: at };
}

/** Where `in` stands in `T x in` or `x in`, or what other languages have in its place; -1 where nothing does. */
function inAt(p: Parser, from: number): number {
  const first = skipTrivia(p, from, true);
  const single = afterBlank(p, p.nameEnd(first));
  if (isIn(p, single)) return single;
  const second = afterBlank(p, typeEnd(p, first));
  const last = second === -1 ? -1 : skipTrivia(p, p.nameEnd(second), true);
  return isIn(p, last) || (last !== -1 && foreignIn(p, last) !== undefined) ? last : -1;
}

/** `:` of Java and C++, `of` of JavaScript. */
function foreignIn(p: Parser, at: number): string | undefined {
  return p.match(/:(?!:)|of(?!\w)/y, at)?.[0];
}

function afterBlank(p: Parser, at: number): number {
  return at !== -1 && (isBlank(p.code(at)) || p.code(at) === 10) ? skipTrivia(p, at, true) : -1;
}

function isIn(p: Parser, at: number): boolean {
  return at !== -1 && p.isWordAt("in", at);
}

function takeForeignIn(p: Parser, start: number, name: Identifier): void {
  const at = p.look();
  const found = foreignIn(p, at);
  if (found === undefined) return p.fail(at, "`in`");
  const values = p.match(/[ \t]*([^)\n]{1,40})\)/y, at + found.length)?.[1] ?? "…";
  p.mention(at, "`in`", { fix: `write \`for (${p.text.slice(start, name.end)} in ${values})\`` });
  p.at = at + found.length;
}

function parseHeader(p: Parser): Header {
  const start = p.look();
  const untyped = isIn(p, afterBlank(p, p.nameEnd(start)));
  let type: TypeNode | undefined;
  if (untyped) refuseUntyped(p, start);
  else if (!p.takeWord("var")) type = p.type();
  const name = p.name("a name");
  p.declare(name);
  if (!p.takeWord("in")) takeForeignIn(p, start, name);
  p.declaring.push(name.name);
  const iterable = bareGlob(p, untyped) ?? p.expression();
  p.declaring.pop();
  return { ...(type && { type }), name, iterable };
}

/** One message says what the name lacks, and what the values do. */
function refuseUntyped(p: Parser, start: number): void {
  const end = p.nameEnd(start);
  const name = p.text.slice(start, end);
  const from = skipTrivia(p, skipTrivia(p, end, true) + 2, false);
  const glob = unquotedAt(p, from);
  const values = glob === undefined ? p.match(/[\w.]+(?=[ \t]*\))/y, from)?.[0] : `glob("${glob}")`;
  p.report("DS1214", start, end, { name, values });
}

/** `for (String f in *.txt)`: a pattern is a text here. */
function bareGlob(p: Parser, isSaid: boolean): Expression | undefined {
  if (!isSaid) return refuseUnquoted(p, true);
  const start = p.look();
  p.at = start + (unquotedAt(p, start)?.length ?? 0);
  return p.at === start ? undefined : missing(start);
}
