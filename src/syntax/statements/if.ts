/** `if (cond) … else if (cond) … else …`: one flat node, however long the chain. */

import { semicolon } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Condition, Statement } from "../tree.ts";
import { isBeforeParen, parenthesizedCondition } from "./header.ts";

export const ifStatement = defineStatement({
  kind: "if",
  form: "if (CONDITION) { … } else { … }",
  words: ["if"],
  shape: isBeforeParen,
  parse: parseIf,
});

function parseIf(p: Parser): Statement {
  const start = p.at;
  const branches: { readonly condition: Condition; readonly body: Statement }[] = [];
  let otherwise: Statement | undefined;
  p.takeWord("if");
  for (;;) {
    const condition = parenthesizedCondition(p);
    branches.push({ condition, body: p.body() });
    if (p.panic) recover(p);
    const at = elseAt(p);
    if (at === -1) break;
    p.at = at + "else".length;
    const next = skipTrivia(p, p.at, true);
    if (p.isWordAt("if", next) && isBeforeParen(p, next + 2)) {
      p.at = next + 2;
      continue;
    }
    otherwise = p.body();
    break;
  }
  return { kind: "if", branches, ...(otherwise && { otherwise }), start, end: p.at };
}

/** Where `else` stands, after newlines and one `;`; -1 where it does not. */
function elseAt(p: Parser): number {
  let at = p.lookLines();
  if (p.code(at) === semicolon) at = skipTrivia(p, at + 1, true);
  return p.isWordAt("else", at) ? at : -1;
}
