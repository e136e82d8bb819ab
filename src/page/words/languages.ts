/** In which languages a page can be read. */

import type { DCase } from "../../assurance/index.ts";
import { isJapanese } from "./say.ts";

/** The languages of the page's own words. */
const own = ["en", "ja"] as const;
/** A case may claim to be in any number of languages. */
const most = 40;

/** The case's own language first, then those of its translations, then those in which at least the page speaks. */
export function languagesOf(whole: DCase): readonly string[] {
  const found = new Set<string>([mainLanguage(whole)]);
  const { names, briefs } = whole.module;
  for (const translations of [names, briefs, ...whole.nodes.map((node) => node.translations)])
    for (const language of Object.keys(translations ?? {})) if (found.size < most) found.add(language);
  for (const language of own)
    if (![...found].some((each) => each === language || each.startsWith(`${language}-`))) found.add(language);
  return [...found];
}

/** Nobody may have said it. */
export function mainLanguage({ module, nodes }: DCase): string {
  if (module.language !== undefined) return module.language;
  return nodes.slice(0, 20).some(({ text }) => /[\u3041-\u30ff]/.test(text)) ? "ja" : "en";
}

/** The first of what a reader wants that is there; else the case's own. */
export function chosenLanguage(wanted: readonly string[], there: readonly string[]): string {
  for (const language of wanted) {
    const same = there.find((each) => each.toLowerCase() === language.toLowerCase());
    const near = there.find((each) => baseOf(each) === baseOf(language));
    if (same !== undefined || near !== undefined) return same ?? near ?? "en";
  }
  return there[0] ?? "en";
}

/** What a language is called in itself: "日本語". */
export function nameOfLanguage(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The language of the page's words for texts in some language. */
export function spokenFor(language: string): string {
  return isJapanese(language) ? "ja" : "en";
}

function baseOf(language: string): string {
  return (language.split("-")[0] ?? language).toLowerCase();
}
