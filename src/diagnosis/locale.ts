/** Recognises error texts in the user's language, from the C library's own catalogue of messages (gettext, the .mo format). */

import { readFileSync } from "node:fs";
import { errnoTable } from "../records/index.ts";
import { germanErrnos, japaneseErrnos } from "./rules/errno-texts.ts";
import { type Entry, phraseOf } from "./texts.ts";

const folders = ["/usr/share/locale", "/usr/share/locale-langpack", "/usr/local/share/locale"];

/** The texts of the error numbers in Japanese and German, which are recognised whatever the locale is. */
export function otherErrnos(): readonly Entry<string>[] {
  return [japaneseErrnos, germanErrnos]
    .flatMap((table) => Object.entries(table))
    .map(([name, text]) => ({ phrase: phraseOf(text.toLowerCase()), value: name }))
    .filter(({ phrase }) => phrase.length >= 4);
}

/** A function from a line to the name of the error number that the line tells in this locale's language; the catalogue is read at the first question. */
export function createTranslator(locale: string): (line: string) => string | undefined {
  let texts: readonly (readonly [text: string, name: string])[] | undefined;
  if (/^(?:C|POSIX|en)(?:[._]|$)/.test(locale) || !/^[a-z]{2,3}(?:_[A-Z]{2})?(?:[.@].*)?$/.test(locale))
    return () => undefined;
  return (line) => {
    texts ??= readTexts(locale);
    const lower = line.toLowerCase();
    return texts.find(([text]) => lower.includes(text))?.[1];
  };
}

function readTexts(locale: string): readonly (readonly [string, string])[] {
  const full = locale.replace(/[.@].*$/, "");
  for (const language of [full, full.replace(/_.*$/, "")]) {
    for (const folder of folders) {
      const messages = readCatalogue(`${folder}/${language}/LC_MESSAGES/libc.mo`);
      if (messages === undefined) continue;
      return errnoTable()
        .flatMap(({ text, name }): (readonly [string, string])[] => {
          const found = messages.get(text);
          return found === undefined || found.length < 4 ? [] : [[found.toLowerCase(), name]];
        })
        .toSorted((a, b) => b[0].length - a[0].length);
    }
  }
  return [];
}

/** The .mo format: a magic number, a revision, the count of texts, and two tables of (length, offset), originals and translations. */
function readCatalogue(path: string): ReadonlyMap<string, string> | undefined {
  try {
    const bytes = readFileSync(path);
    const little = bytes.readUInt32LE(0) === 0x950412de;
    const word = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
    const textAt = (at: number): string => bytes.toString("utf8", word(at + 4), word(at + 4) + word(at));
    const [count, originals, translations] = [word(8), word(12), word(16)];
    const found = new Map<string, string>();
    for (let index = 0; index < Math.min(count, 100_000); index += 1) {
      found.set(textAt(originals + index * 8), textAt(translations + index * 8));
    }
    return found;
  } catch {
    return undefined;
  }
}
