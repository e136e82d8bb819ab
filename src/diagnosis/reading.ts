/** What commands say, as all that is known of it: the tables are large, and loaded when a command has failed. */

import type { DiagnosisOptions } from "./diagnose.ts";
import { createTranslator } from "./locale.ts";
import { createReader, type MessageReader } from "./message.ts";

/** A reader for the user's language, with the user's own rows. */
export function openReader({ locale, rules }: Pick<DiagnosisOptions, "locale" | "rules">): MessageReader {
  const environment = process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"];
  return createReader(createTranslator(locale ?? environment ?? "C"), rules);
}
