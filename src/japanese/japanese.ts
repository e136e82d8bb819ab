/** Japanese: the catalogue's texts by their codes, everything else by the phrase book. */

import { type Diagnostic, type DiagnosticCode, type Language, shortenQuotes } from "../diagnostics/index.ts";
import { japaneseAdvice } from "./diagnostics/advice.ts";
import { japaneseAssurance } from "./diagnostics/assurance.ts";
import { japaneseCalls } from "./diagnostics/calls.ts";
import { japaneseClasses } from "./diagnostics/classes.ts";
import { japaneseCommands } from "./diagnostics/commands.ts";
import { japaneseExtensions } from "./diagnostics/extensions.ts";
import { japaneseFiles } from "./diagnostics/files.ts";
import { japaneseNames } from "./diagnostics/names.ts";
import { japaneseScanner } from "./diagnostics/scanner.ts";
import { japaneseShells } from "./diagnostics/shells.ts";
import { japaneseStatements } from "./diagnostics/statements.ts";
import { japaneseTasks } from "./diagnostics/tasks.ts";
import { japaneseTypes } from "./diagnostics/types.ts";
import { PhraseBook } from "./phrase-book.ts";
import { phrases } from "./phrases/index.ts";
import type { Translation, Translations } from "./translation.ts";

// A code without a Japanese entry does not compile here.
const entries: Translations<"DS"> = {
  ...japaneseScanner,
  ...japaneseShells,
  ...japaneseStatements,
  ...japaneseExtensions,
  ...japaneseFiles,
  ...japaneseNames,
  ...japaneseTypes,
  ...japaneseTasks,
  ...japaneseAssurance,
  ...japaneseCalls,
  ...japaneseClasses,
  ...japaneseCommands,
  ...japaneseAdvice,
};

let book: PhraseBook | undefined;

/** The book is opened at the first phrase: most runs say nothing. */
function say(text: string): string {
  book ??= new PhraseBook(phrases());
  return book.translate(text);
}

export const japanese: Language = {
  name: "ja",
  diagnostic: ({ code, params }: Diagnostic) => textsOf(code, params),
  text: say,
};

/** The title of a code's page. */
export function japaneseTitle(code: DiagnosticCode): string {
  return entries[code].title;
}

/** What a code says, with the names of its parameters in capitals for what a script fills in; a page in English stands behind it. */
export function japanesePage(code: DiagnosticCode): string {
  const names = new Proxy({}, { get: (_, name) => String(name).toUpperCase() });
  const { message, hint } = textsOf(code, names);
  const lines = [
    `# ${code}: ${japaneseTitle(code)}`,
    "",
    `メッセージ: ${message}`,
    ...(hint === undefined ? [] : [`対処: ${hint}`]),
    "",
    "大文字の語には、スクリプトの名前や語が入る。以下の詳しい説明は英語。",
    "",
    "",
  ];
  return lines.join("\n");
}

function textsOf(
  code: DiagnosticCode,
  params: unknown,
): { readonly message: string; readonly hint?: string | undefined } {
  // The parameters are those that the catalogue's entry of the same code took.
  const entry = entries[code] as Translation<unknown>;
  const hint = entry.hint?.(params, say);
  const message = shortenQuotes(entry.message(params, say));
  return { message, hint: hint === undefined ? undefined : shortenQuotes(hint) };
}
