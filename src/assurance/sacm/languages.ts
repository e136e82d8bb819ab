/** The language of a file's texts, and a node's text and translations from texts in languages. */

import type { Translations } from "../model/case.ts";
import type { LangText, SacmThing } from "./items.ts";

/** Some tools write languages in words. */
const words: Readonly<Record<string, string>> = {
  english: "en",
  japanese: "ja",
  german: "de",
  french: "fr",
  chinese: "zh",
};

/** The language tag for what a file calls a language; undefined for what is none. */
export function languageOf(lang: string | undefined): string | undefined {
  if (lang === undefined) return undefined;
  return words[lang.toLowerCase()] ?? (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(lang) ? lang : undefined);
}

/** What most texts that name a language say it is, in the words of the file; undefined where none does. */
export function mostUsed(things: readonly SacmThing[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { texts } of things) {
    const lang = texts[0]?.lang;
    if (lang !== undefined) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

export interface Said {
  readonly text: string;
  readonly translations?: Translations;
  /** The language of the text, where it names another one than that of the file. */
  readonly language?: string;
  /** Whether text and translations are all that the texts say. */
  readonly isAll: boolean;
}

/** `main` is the file's language, in its words. */
export function saidOf(texts: readonly LangText[], main: string | undefined): Said {
  const first = texts.find(({ lang }) => lang === main) ?? texts[0];
  if (first === undefined) return { text: "", isAll: true };
  const translations = new Map<string, string>();
  let isAll = first.more === undefined;
  for (const each of texts) {
    if (each === first) continue;
    const language = languageOf(each.lang);
    if (language === undefined || language !== each.lang || translations.has(language) || each.more !== undefined)
      isAll = false;
    else translations.set(language, each.content);
  }
  return {
    text: first.content,
    ...(translations.size === 0 ? {} : { translations: Object.fromEntries(translations) }),
    ...(first.lang === main || first.lang === undefined ? {} : { language: first.lang }),
    isAll,
  };
}

/** The texts of a node that is about to be written; `main` is the language of its text, in the words of the file. */
export function textsToWrite(
  text: string,
  translations: Translations | undefined,
  main: string | undefined,
): readonly LangText[] {
  const others = Object.entries(translations ?? {}).map(([lang, content]) => ({
    ...(lang === "" ? {} : { lang }),
    content,
  }));
  const own = { ...(main === undefined || main === "" ? {} : { lang: main }), content: text };
  return text === "" && others.length === 0 ? [] : [own, ...others];
}
