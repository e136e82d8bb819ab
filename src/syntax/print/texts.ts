/** Strings, words and here-documents without an author's spelling: the one way to write each. */

import { isBareKey } from "../scan/context-values.ts";
import type { Expression, ExpressionPart, TextPart, Word, WordPart } from "../tree.ts";
import { hereText, quotedText } from "./literals.ts";
import type { Printer } from "./printer.ts";

/** `"…${e}…"` */
export function stringText(p: Printer, parts: readonly (TextPart | ExpressionPart)[]): string {
  return `"${innerText(p, parts, quotedText)}"`;
}

/** What stands within quotes, or in a here-document. */
function innerText(p: Printer, parts: readonly WordPart[], text: (text: string) => string): string {
  return joinedTexts(parts)
    .map((part) =>
      part.kind === "text" ? text(part.text) : part.kind === "expression" ? valueText(p, part.expression) : "",
    )
    .join("");
}

/** Texts side by side are one: what looks like a value where they meet is none. */
function joinedTexts(parts: readonly WordPart[]): readonly WordPart[] {
  const joined: WordPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "text" && last?.kind === "text")
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

/** `${e}`, `$(cmd)`, `$?`, `@{KEY}` */
function valueText(printer: Printer, expression: Expression): string {
  const p = printer.fresh();
  p.expression(expression);
  const text = p.result();
  switch (expression.kind) {
    case "context-value":
      return isBareKey(expression.key) ? text : `\${${text}}`;
    case "capture":
    case "status":
    case "last-job":
      return text;
    case "name":
      // `$true` asks for a variable, which nobody can declare.
      return /^(?:true|false|null)$/.test(text) ? `$${text}` : `\${${text}}`;
    default:
      // `${1}` and `${n++}` look like the shells'.
      return /^(?:\d+$|\w+[-+:%#/^,@])/.test(text) ? `\${(${text})}` : `\${${text}}`;
  }
}

/** A word: its quoted pieces within `"…"`, the others as they are. */
export function wordText(p: Printer, { parts }: Pick<Word, "parts">): string {
  let text = "";
  let quoted: (TextPart | ExpressionPart)[] = [];
  const close = (): void => {
    if (quoted.length > 0) text += stringText(p, quoted);
    quoted = [];
  };
  for (const part of parts) {
    if ((part.kind === "text" || part.kind === "expression") && part.quoted) {
      quoted.push(part);
      continue;
    }
    close();
    if (part.kind === "text") text += part.text;
    else if (part.kind === "glob") text += part.pattern;
    else if (part.kind === "tilde") text += `~${part.user ?? ""}`;
    else text += valueText(p, part.expression);
  }
  close();
  return text;
}

/** A here-document: the word that ends it, and its lines with that word's. */
export function hereDocument(
  p: Printer,
  { parts }: Pick<Word, "parts">,
): { readonly delimiter: string; readonly text: string } {
  const text = innerText(p, parts, hereText);
  let delimiter = "END";
  while (text.split("\n").includes(delimiter)) delimiter += "_";
  return { delimiter, text: `${text}${delimiter}\n` };
}
