/** `T name = e`, `var name = e`, `const NAME = e` (language 5). */

import { equals, openBracket, openParen } from "../characters.ts";
import { commandStandsAt, readCommandOperand } from "../commands/among-values.ts";
import { refuseUnquoted } from "../commands/unquoted.ts";
import { crossLines, missingValue } from "../expressions.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, TypeNode, VariableStatement } from "../tree.ts";
import { declaredNameStart, typeEnd } from "../types.ts";
import { isBeforeName } from "./header.ts";

export const variableStatement = defineStatement({
  kind: "variable",
  form: "TYPE NAME = VALUE",
  words: ["var", "const"],
  shape: isBeforeName,
  parse: parseVariable,
});

/** The same without `var` or `const`: a known type, a blank, and a name. */
export const typedVariableStatement = defineStatement({
  kind: "variable",
  form: "TYPE NAME = VALUE",
  shape: (p, at) => declaredNameStart(p, at) !== -1,
  parse: parseVariable,
});

export function parseVariable(p: Parser): VariableStatement {
  const start = p.at;
  const constant = p.takeWord("const");
  const inferred = !constant && p.takeWord("var");
  let type: TypeNode | undefined;
  if (!inferred && (!constant || isTyped(p))) type = p.type();
  const name = p.name("a name");
  p.declare(name);
  let value: Expression | undefined;
  const at = p.look();
  if (!p.panic && p.code(p.at) === openBracket) {
    p.fail(p.at, "`=` or the end of the statement", `an array's type is written \`TYPE[] ${name.name}\``);
  } else if (p.panic) value = undefined;
  else if (p.code(at) === equals && p.code(at + 1) !== equals) {
    p.at = at + 1;
    p.declaring.push(name.name);
    value = crossLines(p) ? initialValue(p) : missingValue(p);
    p.declaring.pop();
  } else if (constant || inferred) {
    p.report("DS1202", name.start, name.end, { name: name.name, word: constant ? "const" : "var" });
  }
  return { kind: "variable", constant, ...(type && { type }), name, ...(value && { value }), start, end: p.at };
}

/** `String today = date +%F`, `Job j = (sleep 9) &`: a command among values stands in `$( )`. */
function initialValue(p: Parser): Expression {
  const unquoted = p.lookLines() === p.look() ? refuseUnquoted(p, false) : undefined;
  if (unquoted !== undefined) return unquoted;
  const inside = p.code(p.look()) === openParen ? skipTrivia(p, p.look() + 1, false) : -1;
  // A closure's parameters have types.
  const isGroup = inside !== -1 && declaredNameStart(p, inside) === -1 && commandStandsAt(p, inside);
  if (!isGroup && !commandStandsAt(p, p.look())) return p.expression();
  const isJob = p.match(/[^\n&|]*&[ \t]*(?=[\n;]|$)/y, p.look()) !== undefined;
  const value = readCommandOperand(p, isGroup || isJob);
  // That a type takes no output is a matter of the output.
  p.lose(p.at, p.at, p.at);
  return value;
}

/** `const T NAME`: a second name follows the first. */
function isTyped(p: Parser): boolean {
  const to = typeEnd(p, p.look());
  if (to === -1) return false;
  const next = skipTrivia(p, to, false);
  return next > to && p.nameEnd(next) > next;
}
