/** What the page says, in the reader's language. */

import type { Say } from "../../assurance/index.ts";
import { casePagePhrases, casePageWords, casePicturePhrases, PhraseBook } from "../../japanese/index.ts";

/** Texts whose translations are kept. */
const mostKept = 20_000;

let japanese: Say | undefined;

/** English but for Japanese readers. The same function for the same language, so that boxes are not made anew. */
export function sayIn(language: string): Say {
  if (!isJapanese(language)) return asItIs;
  japanese ??= remembered();
  return japanese;
}

export function isJapanese(language: string): boolean {
  return /^ja(?:-|$)/i.test(language);
}

function asItIs(text: string): string {
  return text;
}

function remembered(): Say {
  const book = new PhraseBook([...casePicturePhrases, ...casePagePhrases, ...casePageWords]);
  const kept = new Map<string, string>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    if (kept.size >= mostKept) kept.clear();
    const made = book.translate(text);
    kept.set(text, made);
    return made;
  };
}

/** "1 node", "2 nodes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
