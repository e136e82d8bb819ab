/** What stands above a case: its name and what it is about, in the language of whoever reads it. */

import type { DCase, Translations } from "../model/case.ts";
import { interpolated } from "../scope/interpolation.ts";

/** The module's name; its own where nobody has translated it. */
export function titleOf({ module }: DCase, language?: string): string {
  return translationIn(module.names, language) ?? module.name;
}

/** What the module is about, with the values of names; undefined where it does not say. */
export function briefOf(whole: DCase, language?: string): string | undefined {
  const { brief, briefs } = whole.module;
  const translation = translationIn(briefs, language);
  if (translation !== undefined) return interpolated(whole, "", translation, language);
  return brief === undefined ? undefined : interpolated(whole, "", brief);
}

/** An empty one is none. A language may have the name of something that every object has. */
function translationIn(texts: Translations | undefined, language: string | undefined): string | undefined {
  if (texts === undefined || language === undefined || !Object.hasOwn(texts, language)) return undefined;
  return texts[language] === "" ? undefined : texts[language];
}
