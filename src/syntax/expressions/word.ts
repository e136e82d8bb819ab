/** Operands that are words of the language. */

import type { Parser } from "../grammar.ts";

/** Whether this word, as a whole, stands at the position. */
export function isWordAt(p: Parser, word: string): boolean {
  return p.startsWith(word, p.at) && p.nameEnd(p.at) === p.at + word.length;
}
