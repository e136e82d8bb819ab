/** How a configuration wants its reports: the language and the colours, where the command line says nothing of them. */

import { configureLanguage, type LanguageName } from "./language.ts";
import { type ColorChoice, configureColor } from "./terminal.ts";

interface Wanted {
  readonly lang: LanguageName | "auto";
  readonly color: ColorChoice;
}

/** Takes what `dscript.yaml` says. */
export async function present({ lang, color }: Wanted): Promise<void> {
  configureColor(color);
  await configureLanguage(lang);
}
