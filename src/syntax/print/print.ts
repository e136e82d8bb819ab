/** A script as text: in the one format with its author's spellings, comments and line breaks; or the canonical form, from the tree alone. */

import type { Script } from "../tree.ts";
import { printLines } from "./blocks.ts";
import { ScriptPrinter } from "./script-printer.ts";

/**
 * Prints a tree that was read without errors. With the text that it was read from: formatted, everything kept that means
 * something to its readers. Without: the canonical form, which is the same for all texts that mean the same.
 */
export function print(script: Script, text?: string): string {
  const { pragmas, parenthesized, statements } = script;
  const p = new ScriptPrinter(text === undefined ? undefined : { text, parenthesized });
  p.firstLine();
  const words = [
    ...(script.language === undefined ? [] : [`language ${script.language}`]),
    ...(script.strict ? ["strict"] : []),
  ];
  const first = pragmas.length > 0 && text !== undefined ? pragmas : words.map(() => ({ start: 0, end: 0 }));
  for (const [index, span] of first.entries()) {
    p.leading(span.start, index === 0);
    p.leaf(span, words[index] ?? "");
    p.trailing(first[index + 1]?.start ?? statements[0]?.start ?? script.end);
    p.line();
  }
  printLines(p, statements, script.end, first.length === 0);
  return p.result();
}
