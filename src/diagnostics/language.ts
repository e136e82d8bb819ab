/** In which language a person reads what is drawn. English is what every message is made in; another language is put over it where it is shown. */

import type { Diagnostic } from "./diagnostic.ts";

/** A language of messages. Scripts, records and `--json` never see it: they have English. */
export interface Language {
  /** As `--lang` names it. */
  readonly name: string;
  /** What is said of a script, and the next step. */
  readonly diagnostic: (diagnostic: Diagnostic) => { readonly message: string; readonly hint?: string | undefined };
  /** A text of ours; one that is not known comes back as it is. Never throws. */
  readonly text: (text: string) => string;
}

export const english: Language = {
  name: "en",
  diagnostic: (diagnostic) => diagnostic,
  text: (text) => text,
};
