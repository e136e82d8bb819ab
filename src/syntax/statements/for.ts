/** `for (init; condition; step) …` */

import { comma, semicolon } from "../characters.ts";
import { isCountingFor } from "../commands/shell-statements.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import type { Expression, ExpressionStatement, Statement, VariableStatement } from "../tree.ts";
import { declaredNameStart } from "../types.ts";
import { inParens, isBeforeParen } from "./header.ts";
import { parseVariable } from "./variable.ts";

interface Header {
  readonly init?: VariableStatement | ExpressionStatement;
  readonly condition?: Expression;
  readonly step: readonly Expression[];
}

export const forStatement = defineStatement({
  kind: "for",
  form: "for (INIT; CONDITION; STEP) { … }",
  words: ["for"],
  shape: (p, after) => isBeforeParen(p, after) && !isCountingFor(p, after - "for".length),
  parse: (p): Statement => {
    const start = p.at;
    p.takeWord("for");
    const header = inParens(
      p,
      () => parseHeader(p),
      () => ({ step: [] }),
    );
    const body = p.body();
    return { kind: "for", ...header, body, start, end: p.at };
  },
});

function parseHeader(p: Parser): Header {
  const init = parseInit(p);
  p.expect(";");
  const condition = p.panic || p.code(p.look()) === semicolon ? undefined : p.expression();
  p.expect(";");
  const step: Expression[] = [];
  if (!p.panic && p.code(p.look()) !== 41) {
    do step.push(p.expression());
    while (!p.panic && p.code(p.look()) === comma && p.take(","));
  }
  return { ...(init && { init }), ...(condition && { condition }), step };
}

function parseInit(p: Parser): VariableStatement | ExpressionStatement | undefined {
  const at = p.look();
  if (p.code(at) === semicolon) return undefined;
  p.at = at;
  const isVar = p.isWordAt("var", at);
  if (isVar || declaredNameStart(p, at) !== -1) return parseVariable(p);
  const expression = p.expression();
  return { kind: "expression", expression, start: at, end: p.at };
}
