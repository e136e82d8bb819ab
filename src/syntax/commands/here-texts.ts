/** `<<WORD`, `<<'WORD'`, `<<-WORD`: the words that name a here-document (language 3). */

import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Redirect, Word, WordPart } from "../tree.ts";

/** Reads what follows the operator; the text itself follows the end of the line. */
export function parseHereText(p: Parser, fd: number, start: number, strip: boolean): Redirect | undefined {
  skipCommandBlanks(p);
  const label = p.match(/(?:'[^'\n]*'|"[^"\n]*"|\\?[^\s;|&<>()'"`$\\])+/y, p.at)?.[0];
  const delimiter = label?.replace(/['"\\]/g, "") ?? "";
  if (label === undefined || delimiter === "") {
    p.fail(p.at, "the word that ends the here-document");
    return undefined;
  }
  p.at += label.length;
  const word: { parts: readonly WordPart[]; start: number; end: number } = { parts: [], start, end: p.at };
  p.pending.push({
    operator: { start, end: p.at },
    delimiter,
    // As in the shells: any quote in the word makes the text literal.
    raw: delimiter !== label,
    strip,
    fill: (parts, from, to) => {
      word.parts = parts;
      word.start = from;
      word.end = to;
    },
  });
  const target: Word = word;
  return { fd, op: "text", target, start, end: p.at };
}
