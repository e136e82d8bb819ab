/** `<<WORD`, `<<'WORD'`, `<<-WORD`: the words that name a here-document (language 3). */

import type { Parser } from "../grammar.ts";
import { skipCommandBlanks } from "../scan/trivia.ts";
import type { Redirect, Word, WordPart } from "../tree.ts";

/** Reads what follows the operator; the text itself follows the end of the line. */
export function parseHereText(p: Parser, fd: number, start: number, strip: boolean): Redirect | undefined {
  skipCommandBlanks(p);
  const named = p.match(/'([^'\n]+)'|"([^"\n]+)"|\\?([^\s;|&<>()'"`$\\]+)/y, p.at);
  if (named === undefined) {
    p.fail(p.at, "the word that ends the here-document");
    return undefined;
  }
  p.at += named[0].length;
  const bare = named[0].startsWith("\\") ? undefined : named[3];
  const word: { parts: readonly WordPart[]; start: number; end: number } = { parts: [], start, end: p.at };
  p.pending.push({
    operator: { start, end: p.at },
    delimiter: named[1] ?? named[2] ?? named[3] ?? "",
    // As in the shells: any quote around the word makes the text literal.
    raw: bare === undefined,
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
