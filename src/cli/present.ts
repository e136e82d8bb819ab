/** How a configuration wants its reports: the language and the colours, where the command line says nothing of them. */

import type { Language } from "../diagnostics/index.ts";
import { configureLanguage, type LanguageName, language } from "./language.ts";
import { type ColorChoice, configureColor } from "./terminal.ts";

interface Wanted {
  readonly lang: LanguageName | "auto";
  readonly color: ColorChoice;
}

/** Takes what `dscript.yaml` says; the value is the language that is spoken from now on. */
export async function present({ lang, color }: Wanted): Promise<Language> {
  configureColor(color);
  await configureLanguage(lang);
  return language();
}
