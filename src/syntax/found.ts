/** What stands where something else was expected: its description, and what helps to mend it. */

import type { Related } from "../diagnostics/index.ts";
import { placeOf } from "../text/index.ts";
import { newline, semicolon } from "./characters.ts";
import type { Cursor } from "./cursor.ts";

/** `'it's'`: a letter directly behind a string's quote belongs to its text. */
export function quoteFix(p: Cursor, at: number): string | undefined {
  if (/\b[fFrRbu]["']/.test(p.text.slice(at - 2, at + 1)) && p.text.charAt(at) !== "" && at === p.at)
    return 'a text has no letter ahead of its quote, and `${…}` for a value in it: `"… ${name}"`';
  const quote = p.text.charAt(at - 1);
  if (at !== p.at || !/[a-z]/i.test(p.text.charAt(at)) || (quote !== "'" && quote !== '"')) return undefined;
  return quote === "'" ? 'a text with a `\'` in it stands in "…"' : 'a `"` within "…" is written `\\"`';
}

/** The bracket that is still open, where it stands in another line. */
export function openerOf(p: Cursor, at: number, openedAt: number | undefined): readonly Related[] {
  if (openedAt === undefined || placeOf(p.source, openedAt).line === placeOf(p.source, at).line) return [];
  const bracket = p.text.charAt(openedAt);
  const span = { start: openedAt, end: openedAt + 1 };
  return [{ source: p.source, span, message: `the \`${bracket}\` that begins here is not closed yet` }];
}

/** What stands at an offset, in the script's own words. */
export function describeFound(p: Cursor, at: number): { readonly found: string; readonly length: number } {
  const code = p.code(at);
  if (code === -1) return { found: at < p.text.length ? "the end of the text" : "the end of the file", length: 1 };
  if (code === newline || code === 13) return { found: "the end of the line", length: 1 };
  if (code === semicolon) return { found: "`;`", length: 1 };
  const word =
    p.match(/\w+|[-+*/%&|^=<>!?~]+|["']/y, at)?.[0] ?? String.fromCodePoint(p.text.codePointAt(at) ?? 0xfffd);
  if (word === '"' || word === "'") return { found: "a string", length: 1 };
  return { found: `\`${word.length > 40 ? `${word.slice(0, 40)}…` : word}\``, length: word.length };
}
