/** Words of commands: bare text, quotes, interpolation, globs, `~` (language 3). */

import {
  bar,
  blank,
  closeBrace,
  closeParen,
  isBlank,
  isOddBlank,
  newline,
  openBrace,
  semicolon,
  tilde,
} from "../characters.ts";
import type { Parser, WordOptions } from "../grammar.ts";
import type { Word } from "../tree.ts";
import { Pieces } from "./pieces.ts";

/** Reads the word at the position; undefined where none starts. */
export function parseWord(p: Parser, options: WordOptions): Word | undefined {
  const start = p.at;
  const plain = readPlainWord(p);
  if (plain !== undefined) return plain;
  const pieces = new Pieces(p, options.plain === true);
  if (p.code(start) === tilde) pieces.tilde();
  while (pieces.next());
  if (p.at === start) return undefined;
  pieces.flush();
  return { parts: pieces.parts, start, end: p.at };
}

/** The usual word: bare text in which nothing is special. */
function readPlainWord(p: Parser): Word | undefined {
  const start = p.at;
  const to = p.matchEnd(plainWord, start);
  if (to === -1 || (to < p.end && !endsWord(p.code(to)))) return undefined;
  p.at = to;
  return { parts: [{ kind: "text", text: p.text.slice(start, to), quoted: false, start, end: to }], start, end: to };
}

const plainWord = /[\w./:=@%+-]+/y;

function endsWord(code: number): boolean {
  return code === blank || code === newline || code === semicolon || code === bar || code === closeParen;
}

/** Whether a `{` or `}` at the start of a word stands alone: then it is a block's (language 3). */
export function isLoneBrace(p: Parser, at: number): boolean {
  const code = p.code(at);
  if (code !== openBrace && code !== closeBrace) return false;
  const next = p.code(at + 1);
  if (next === -1 || next === newline || isBlank(next) || isOddBlank(next)) return true;
  // `{}` and `{,a}` are words.
  return (code === closeBrace ? ";),]}|&<>" : ";)|&<>").includes(p.text.charAt(at + 1));
}
