/** `atomic (PATH, …) { … } confirm { … }` (language 6). */

import { closeParen, openBrace } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { BlockStatement, Expression, Statement } from "../tree.ts";
import { inParens, isBeforeParen } from "./header.ts";

export const atomicStatement = defineStatement({
  kind: "atomic",
  form: "atomic (PATH, …) { … } confirm { … }",
  words: ["atomic"],
  shape: isBeforeParen,
  parse: parseAtomic,
});

function parseAtomic(p: Parser): Statement {
  const start = p.at;
  p.takeWord("atomic");
  const paths = inParens(
    p,
    () => parsePaths(p),
    () => [],
    "`,` or `)`",
  );
  const body = p.block();
  let confirm: BlockStatement | undefined;
  const at = p.panic ? p.at : p.lookLines();
  if (!p.panic && p.isWordAt("confirm", at) && p.code(skipTrivia(p, at + 7, true)) === openBrace) {
    p.at = at + 7;
    confirm = p.block();
  }
  return { kind: "atomic", paths, body, ...(confirm && { confirm }), start, end: p.at };
}

function parsePaths(p: Parser): readonly Expression[] {
  const paths: Expression[] = [];
  while (!p.panic && p.code(p.look()) !== closeParen) {
    paths.push(p.expression());
    if (p.panic || !p.take(",")) break;
  }
  if (paths.length === 0) p.fail(p.look(), "the path of a folder");
  return paths;
}
