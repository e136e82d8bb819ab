/** `switch (e) { case 1, 2: … default: … }` (language 5). */

import { closeBrace, colon, comma, openBrace } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { recover } from "../recovery.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Expression, Statement, SwitchCase } from "../tree.ts";
import { inParens, isBeforeParen, missing } from "./header.ts";

export const switchStatement = defineStatement({
  kind: "switch",
  form: "switch (VALUE) { case VALUE: … default: … }",
  words: ["switch"],
  shape: isBeforeParen,
  parse: parseSwitch,
});

function parseSwitch(p: Parser): Statement {
  const start = p.at;
  p.takeWord("switch");
  const value = inParens<Expression>(
    p,
    () => p.expression(),
    () => missing(p.at),
  );
  const cases: SwitchCase[] = [];
  const brace = p.panic ? p.at : p.lookLines();
  if (p.panic || p.code(brace) !== openBrace) p.fail(brace, "`{`");
  else {
    const saved = { newlinesAreBlank: p.newlinesAreBlank, commaEnds: p.commaEnds };
    p.at = brace + 1;
    p.newlinesAreBlank = false;
    p.commaEnds = false;
    p.open(closeBrace, brace);
    parseCases(p, cases);
    p.close(closeBrace, brace);
    p.shut();
    p.newlinesAreBlank = saved.newlinesAreBlank;
    p.commaEnds = saved.commaEnds;
    p.blockEnd = p.at;
  }
  return { kind: "switch", value, cases, start, end: p.at };
}

function parseCases(p: Parser, cases: SwitchCase[]): void {
  let hasDefault = false;
  for (;;) {
    p.at = p.lookLines();
    const start = p.at;
    if (!isLabel(p, start)) {
      // Statements ahead of the first label: read for their own mistakes, then refused.
      const lost = p.statements(closeBrace, (at) => isLabel(p, at));
      const first = lost[0];
      if (first === undefined) return;
      p.report("DS1207", first.start, first.end, { why: "a statement stands ahead of the first `case`" });
      continue;
    }
    const values: Expression[] = [];
    let isDefault = false;
    // Labels in a row share their statements.
    while (isLabel(p, p.lookLines())) {
      p.at = p.lookLines();
      const at = p.at;
      if (p.takeWord("default")) {
        if (hasDefault) p.report("DS1207", at, p.at, { why: "there is a `default:` already" });
        hasDefault = true;
        isDefault = true;
      } else {
        p.takeWord("case");
        do values.push(p.expression());
        while (!p.panic && p.code(p.look()) === comma && p.take(","));
      }
      if (!p.panic && !p.take(":")) p.fail(p.look(), "`:`");
      if (p.panic) recover(p);
    }
    const statements = p.statements(closeBrace, (at) => isLabel(p, at));
    cases.push({ values, isDefault, statements, start, end: p.at });
  }
}

function isLabel(p: Parser, at: number): boolean {
  const end = p.nameEnd(at);
  const word = p.text.slice(at, end);
  if (word === "default") return p.code(skipTrivia(p, end, false)) === colon;
  return word === "case" && p.code(end) !== colon && !isAssignment(p, skipTrivia(p, end, false));
}

/** A variable may be called `case`. */
function isAssignment(p: Parser, at: number): boolean {
  return p.match(/=(?![=~])/y, at) !== undefined;
}
