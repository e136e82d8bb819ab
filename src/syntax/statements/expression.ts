/** An expression as a statement: a call, an assignment, a step (language 2, rules 3 to 5). */

import { dot, isBlank, minus, newline, openBracket, openParen, plus } from "../characters.ts";
import { isCallAt, isNewAt } from "../conditions.ts";
import { isCastAt } from "../expressions/cast.ts";
import { defineStatement, type Parser } from "../grammar.ts";

const assignment = /(?:>>>|\?\?|<<|>>|[-+*/%&^|])?=(?=[\s\\])/y;

const target = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[^\]\s]*\])*/y;

export const expressionStatement = defineStatement({
  kind: "expression",
  form: "NAME = VALUE, NAME(…), NAME++",
  shape: startsCode,
  parse: (p) => {
    const start = p.at;
    p.aloneAt = start;
    const expression = p.expression();
    return { kind: "expression", expression, start, end: p.at };
  },
});

function startsCode(p: Parser, at: number): boolean {
  if (isStep(p, at)) {
    const name = p.text.slice(at + 2, p.nameEnd(at + 2));
    return name !== "" && p.knows(name);
  }
  // `((Raid)disk).rebuild()`; a group within a group would run the class as a program.
  if (p.code(at) === openParen && p.code(at + 1) === openParen) return isCastAt(p, at + 1);
  const end = p.nameEnd(at);
  if (end === at) return false;
  if (isNewAt(p, at)) return true;
  if (isCallAt(p, at) || isAssigned(p, at)) return true;
  const next = p.code(end);
  if (next !== dot && next !== openBracket && !isStep(p, end)) return false;
  const name = p.text.slice(at, end);
  return p.grammar.objects.has(name) || p.grammar.values.has(name) || p.knows(name);
}

/** `++` or `--` */
function isStep(p: Parser, at: number): boolean {
  const code = p.code(at);
  return (code === plus || code === minus) && p.code(at + 1) === code;
}

/** A word (dots and indexes included), a blank, an assignment operator, a blank. */
function isAssigned(p: Parser, at: number): boolean {
  let to = p.matchEnd(target, at);
  if (!isBlank(p.code(to)) || p.code(to) === newline) return false;
  while (isBlank(p.code(to))) to += 1;
  return p.match(assignment, to) !== undefined;
}
