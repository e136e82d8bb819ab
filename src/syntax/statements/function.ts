/** `T name(T a, T b = e) { … }` (language 5). */

import { closeParen, openParen } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, Parameter, Statement } from "../tree.ts";
import { declaredNameStart } from "../types.ts";
import { inParens } from "./header.ts";

export const functionStatement = defineStatement({
  kind: "function",
  form: "TYPE NAME(TYPE PARAMETER, …) { … }",
  shape: (p, at) => {
    const name = declaredNameStart(p, at);
    if (name === -1) return false;
    return p.code(skipTrivia(p, p.nameEnd(name), false)) === openParen;
  },
  parse: parseFunction,
});

function parseFunction(p: Parser): Statement {
  const start = p.at;
  const returns = p.type();
  const name = p.name("the function's name");
  p.declare(name);
  const parameters = inParens(
    p,
    () => parseParameters(p),
    () => [],
    "`,` or `)`",
  );
  const body = p.block();
  return { kind: "function", returns, name, parameters, body, start, end: p.at };
}

function parseParameters(p: Parser): Parameter[] {
  const parameters: Parameter[] = [];
  while (!p.panic && p.code(p.look()) !== closeParen) {
    p.at = p.look();
    const start = p.at;
    const type = p.type();
    const name = p.name("the parameter's name", "a parameter is written `TYPE NAME`");
    p.declare(name);
    let defaultValue: Expression | undefined;
    if (!p.panic && p.take("=")) defaultValue = p.expression();
    parameters.push({ type, name, ...(defaultValue && { defaultValue }), start, end: p.at });
    if (p.panic || !p.take(",")) break;
  }
  return parameters;
}
