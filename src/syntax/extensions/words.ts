/** Which words and operators a syntax of one's own may not have: those of the language. */

import type { Grammar } from "../grammar.ts";
import type { SyntaxRole } from "../tree.ts";

/** Words that no row of the grammar begins with. */
const others: ReadonlySet<string> = new Set([
  ...["true", "false", "null", "cd", "export", "exit", "command", "language", "strict", "env"],
  ...["else", "catch", "finally", "case", "default", "this", "super", "new", "class", "function"],
]);

/** Whether the language itself has this word, or this operator. */
export function isCoreWord(grammar: Grammar, role: SyntaxRole, word: string): boolean {
  if (role === "operator")
    return grammar.rows.some(
      (row) =>
        (row.role === "infix" || row.role === "prefix") && row.operator === word && row.kind !== "extension-expression",
    );
  return (
    others.has(word) ||
    grammar.worded.get(word)?.some(({ kind }) => kind !== "extension") === true ||
    grammar.commandPrefixes.has(word) ||
    [grammar.types, grammar.objects, grammar.values].some((names) => names.has(word))
  );
}
