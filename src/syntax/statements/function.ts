/** `T name(T a, T b = e) { … }` (language 5). */

import { closeParen, openParen } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, FunctionStatement, Identifier, Parameter, Statement, TypeNode } from "../tree.ts";
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
  return parseRest(p, start, returns, name);
}

/** What stands behind a function's name: parameters and body. */
export function parseRest(p: Parser, start: number, returns: TypeNode, name: Identifier): FunctionStatement {
  const parameters = parseParameterList(p);
  const body = p.block();
  return { kind: "function", returns, name, parameters, body, start, end: p.at };
}

/** `(T a, T b = e)` */
export function parseParameterList(p: Parser): readonly Parameter[] {
  return inParens(
    p,
    () => parseParameters(p),
    () => [],
    "`,` or `)`",
  );
}

function parseParameters(p: Parser): Parameter[] {
  const parameters: Parameter[] = [];
  while (!p.panic && p.code(p.look()) !== closeParen) {
    p.at = p.look();
    const start = p.at;
    const isUntyped = p.match(/[A-Za-z_]\w*[ \t]*[,)=]/y, start) !== undefined;
    const type = isUntyped ? missingType(p, parameters.length === 0) : p.type();
    const name = p.name("the parameter's name");
    p.declare(name);
    let defaultValue: Expression | undefined;
    if (!p.panic && p.take("=")) defaultValue = p.expression();
    parameters.push({ type, name, ...(defaultValue && { defaultValue }), start, end: p.at });
    if (p.panic || !p.take(",")) break;
  }
  return parameters;
}

/** `f(a, b)`: said once a function, and read as parameters of any type. */
function missingType(p: Parser, isFirst: boolean): TypeNode {
  const { at } = p;
  const name = p.text.slice(at, p.nameEnd(at));
  if (isFirst)
    p.mention(at, "the parameter's type", { fix: `a parameter is written \`TYPE NAME\`: \`String ${name}\`` });
  const span = { start: at, end: at };
  return { kind: "type", name: { kind: "identifier", name: "", ...span }, arguments: [], suffixes: [], ...span };
}
