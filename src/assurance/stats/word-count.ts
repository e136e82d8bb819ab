/** How many words a text has, without making a list of them: a large case has millions. */

import { wordsOf } from "../diff/words.ts";

/** The tokens of `wordsOf` that have a letter or a digit in them. */
export function wordCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    // Other scripts take a closer look.
    if (code > 127) return countOfAny(text);
    if (isDigit(code)) {
      const end = numberEnd(text, at);
      if (end > at) {
        count += 1;
        at = end;
        continue;
      }
    }
    if (!isOfWord(code)) {
      at += 1;
      continue;
    }
    let hasSign = false;
    for (; at < text.length && isOfWord(text.charCodeAt(at)); at += 1) hasSign ||= text.charCodeAt(at) !== underscore;
    if (hasSign) count += 1;
  }
  return count;
}

function countOfAny(text: string): number {
  return wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The end of `2.5`, `1,000` or `14:40`; the beginning where there is none. */
function numberEnd(text: string, start: number): number {
  let at = digitsEnd(text, start);
  let end = start;
  while (isBetween(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) {
    at = digitsEnd(text, at + 1);
    end = at;
  }
  return end;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const underscore = 95;

/** `.`, `,` and `:`. */
function isBetween(code: number): boolean {
  return code === 46 || code === 44 || code === 58;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isOfWord(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || isDigit(code) || code === underscore;
}
