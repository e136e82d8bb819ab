/** Every diagnostic that exists, by its code: DS1xxx syntax, DS2xxx types and names, DS3xxx the D-Case, DS5xxx faults at run time, DS7xxx advice. */

import { adviceCatalogue } from "./advice.ts";
import { assuranceCatalogue } from "./assurance.ts";
import { classCatalogue } from "./classes.ts";
import { commandCatalogue } from "./commands.ts";
import type { CatalogueEntry } from "./entry.ts";
import { extensionCatalogue } from "./extensions.ts";
import { fileCatalogue } from "./files.ts";
import { syntaxCatalogue } from "./syntax.ts";
import { taskCatalogue } from "./tasks.ts";
import { typeCatalogue } from "./types.ts";

export const catalogue = {
  ...syntaxCatalogue,
  ...extensionCatalogue,
  ...fileCatalogue,
  ...typeCatalogue,
  ...classCatalogue,
  ...commandCatalogue,
  ...adviceCatalogue,
  ...taskCatalogue,
  ...assuranceCatalogue,
} as const;

/** A diagnostic's stable code, "DS1001". */
export type DiagnosticCode = keyof typeof catalogue;

/** The parameters that a code's message takes. */
export type Params<C extends DiagnosticCode> = (typeof catalogue)[C] extends CatalogueEntry<infer P> ? P : never;

/** Whether `text` is a code of the catalogue. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalogue, text);
}
