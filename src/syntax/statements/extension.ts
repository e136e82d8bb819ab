/** A use of a syntax as a statement (language 7.2). */

import { lowerStatement } from "../extensions/lower.ts";
import { fitsUse, readUse } from "../extensions/use.ts";
import type { GrammarRow, Parser } from "../grammar.ts";
import type { Statement, SyntaxExtension } from "../tree.ts";

export function statementUseRow(syntax: SyntaxExtension, form: string): GrammarRow {
  return {
    role: "statement",
    kind: "extension",
    form,
    words: [syntax.word],
    shape: (p, after) => fitsUse(p, after, syntax.form[1]),
    parse: (p) => readStatement(p, syntax),
  };
}

function readStatement(p: Parser, syntax: SyntaxExtension): Statement {
  const start = p.at;
  const parts = readUse(p, syntax);
  const span = { start, end: start + syntax.word.length };
  if (parts === undefined) return { kind: "error", start, end: p.at };
  const lowered = lowerStatement(p, syntax, parts, span);
  return { kind: "extension", syntax, parts, lowered, start, end: p.at };
}
