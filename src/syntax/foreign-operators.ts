/** Operators of other languages where one of ours stands: `and`, `===`, `-eq`; refused, and read as what is meant. */

import type { InfixRow, Parser } from "./grammar.ts";

/** How `test` compares numbers. */
export const numberTests: Readonly<Record<string, string>> = {
  "-eq": "==",
  "-ne": "!=",
  "-lt": "<",
  "-le": "<=",
  "-gt": ">",
  "-ge": ">=",
};

const meant: Readonly<Record<string, string>> = {
  and: "&&",
  or: "||",
  "===": "==",
  "!==": "!=",
  ...numberTests,
};

const starts: ReadonlySet<number> = new Set([..."ao=!-"].map((character) => character.charCodeAt(0)));
const foreign = /(?:and|or|-(?:eq|ne|lt|le|gt|ge))(?=[ \t])|[=!]==(?![=~])/y;

/** The row of the operator that is meant, and how long the foreign one is. */
export function foreignOperator(
  p: Parser,
  at: number,
): { readonly row: InfixRow; readonly length: number } | undefined {
  if (!starts.has(p.code(at))) return undefined;
  const word = p.match(foreign, at)?.[0] ?? "";
  const operator = meant[word];
  // `n -eq` is a difference where `eq` is a name.
  if (operator === undefined || (word.startsWith("-") && p.knows(word.slice(1)))) return undefined;
  // A syntax of one's own may have it.
  if (p.grammar.infixes[word.charCodeAt(0)]?.some((one) => one.operator === word) === true) return undefined;
  const row = p.grammar.infixes[operator.charCodeAt(0)]?.find((one) => one.operator === operator);
  if (row === undefined) return undefined;
  p.mention(at, `\`${operator}\``, { length: word.length });
  return { row, length: word.length };
}
