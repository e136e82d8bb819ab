/** The vague words of a text, in English and in Japanese. */

import { vagueEnglish } from "./english.ts";
import { vagueJapanese } from "./japanese.ts";

/** As they stand in the text, each once. */
export function vagueIn(text: string): readonly string[] {
  // Most texts hold none: they are only looked through.
  const inEnglish = english.test(text);
  const inJapanese = beyondAscii.test(text) && japanese.test(text);
  if (!inEnglish && !inJapanese) return none;
  const found = [
    ...(inEnglish ? text.matchAll(everyEnglish) : []),
    ...(inJapanese ? text.matchAll(everyJapanese) : []),
  ];
  return [...new Set(found.map(([word]) => word.replace(/[、]$/, "")))];
}

const none: readonly string[] = [];
const beyondAscii = /[^\0-\x7f]/;
/** Longest first: "as soon as possible" ahead of "soon". */
const source = `\\b(?:${[...vagueEnglish].sort((a, b) => b.length - a.length).join("|")})\\b`;
const english = new RegExp(source, "i");
const everyEnglish = new RegExp(source, "gi");
const japanese = new RegExp(vagueJapanese.join("|"));
const everyJapanese = new RegExp(vagueJapanese.join("|"), "g");
