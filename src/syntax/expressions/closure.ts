/** `(int x) => x + 1`, `(String s) => { … }` (language 5). */

import { closeParen, comma, equals, greater, isBlank, newline, openBrace, openParen } from "../characters.ts";
import { defineExpression, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Identifier, TypeNode } from "../tree.ts";
import { typeEnd } from "../types.ts";

export const closureExpression = defineExpression({
  role: "operand",
  kind: "closure",
  form: "(TYPE NAME, …) => VALUE",
  opens: "(",
  shape: isClosure,
  parse: (p) => {
    const start = p.at;
    const parameters = parseParameters(p);
    p.expect("=>");
    p.at = p.lookLines();
    const body = p.code(p.at) === openBrace ? p.block() : p.expression();
    // The closure's value may go on (a call's next argument): its block ends no statement.
    return { kind: "closure", parameters, body, start, end: p.at };
  },
});

/** `(`, names with or without types, `)` and `=>`: told by shape, reading no more than that. */
function isClosure(p: Parser): boolean {
  let at = skipTrivia(p, p.at + 1, true);
  while (p.code(at) !== closeParen) {
    const first = p.nameEnd(at);
    const type = typeEnd(p, at);
    if (first === at) return false;
    const second = type === -1 ? -1 : skipTrivia(p, type, true);
    if (second > type && p.nameEnd(second) > second) at = skipTrivia(p, p.nameEnd(second), true);
    else at = skipTrivia(p, first, true);
    if (p.code(at) === comma) at = skipTrivia(p, at + 1, true);
    else if (p.code(at) !== closeParen) return false;
  }
  at += 1;
  while (isBlank(p.code(at)) || p.code(at) === newline) at += 1;
  return p.code(at) === equals && p.code(at + 1) === greater;
}

function parseParameters(p: Parser): { readonly type?: TypeNode; readonly name: Identifier }[] {
  const parameters: { readonly type?: TypeNode; readonly name: Identifier }[] = [];
  const saved = p.newlinesAreBlank;
  p.newlinesAreBlank = true;
  if (p.code(p.look()) === openParen) p.take("(");
  while (!p.panic && p.code(p.look()) !== closeParen) {
    const to = typeEnd(p, p.look());
    const next = skipTrivia(p, to, true);
    const type = to !== -1 && next > to && p.nameEnd(next) > next ? p.type() : undefined;
    const name = p.name("the parameter's name");
    p.declare(name);
    parameters.push({ ...(type && { type }), name });
    if (!p.take(",")) break;
  }
  p.expect(")");
  p.newlinesAreBlank = saved;
  return parameters;
}
