/** A script as text: in the one format with its author's spellings, comments and line breaks; or the canonical form, from the tree alone. */

import type { Script } from "../tree.ts";
import { printLines } from "./blocks.ts";
import { ScriptPrinter } from "./script-printer.ts";

/**
 * Prints a tree that was read without errors. With the text that it was read from: formatted, everything kept that means
 * something to its readers. Without: the canonical form, which is the same for all texts that mean the same.
 */
export function print(script: Script, text?: string): string {
  const { parenthesized } = script;
  return printed(script, new ScriptPrinter(text === undefined ? undefined : { text, parenthesized }));
}

/** The canonical form with every use of a syntax replaced by what it stands for: what runs, for its readers. */
export function printExpanded(script: Script): string {
  return printed(script, new ScriptPrinter(undefined, true));
}

function printed(script: Script, p: ScriptPrinter): string {
  const { pragmas, statements } = script;
  const isCanonical = p.source === undefined;
  p.firstLine();
  const words = [
    ...(script.language === undefined ? [] : [`language ${script.language}`]),
    ...(script.strict ? ["strict"] : []),
  ];
  const first = pragmas.length > 0 && !isCanonical ? pragmas : words.map(() => ({ start: 0, end: 0 }));
  for (const [index, span] of first.entries()) {
    p.leading(span.start, index === 0);
    p.leaf(span, words[index] ?? "");
    p.trailing(first[index + 1]?.start ?? statements[0]?.start ?? script.end);
    p.line();
  }
  printLines(p, statements, script.end, first.length === 0);
  return p.result();
}
