/** From rows to a grammar, which finds them by their words and first characters. */

import type { Grammar, GrammarRow, GrammarWords, StatementRow, UnitRow } from "./grammar.ts";

/** Makes a grammar of rows; of two rows that fit the same text the later one is asked first. */
export function createGrammar(rows: readonly GrammarRow[], words: GrammarWords): Grammar {
  const latestFirst = rows.toReversed();
  const statements = latestFirst.filter((row) => row.role === "statement");
  const worded = new Map<string, StatementRow[]>();
  for (const row of statements)
    for (const word of row.words ?? []) worded.set(word, [...(worded.get(word) ?? []), row]);
  const units = new Map<string, UnitRow>();
  for (const row of rows) if (row.role === "unit") for (const unit of Object.keys(row.units)) units.set(unit, row);
  return {
    rows,
    types: words.types,
    objects: words.objects,
    values: words.values,
    worded,
    wordless: statements.filter((row) => row.words === undefined),
    operands: byCharacter(
      latestFirst.filter((row) => row.role === "operand"),
      (row) => [...row.opens],
    ),
    prefixes: byOperator(
      latestFirst.filter((row) => row.role === "prefix"),
      (row) => row.operator,
    ),
    infixes: byOperator(
      latestFirst.filter((row) => row.role === "infix"),
      (row) => row.operator,
    ),
    postfixes: byOperator(
      latestFirst.filter((row) => row.role === "postfix"),
      (row) => row.opens,
    ),
    units,
    commandPrefixes: new Map(rows.filter((row) => row.role === "command-prefix").map((row) => [row.word, row])),
  };
}

function byOperator<R>(rows: readonly R[], operator: (row: R) => string): readonly (readonly R[])[] {
  return byCharacter(longestFirst(rows, operator), (row) => [operator(row).charAt(0)]);
}

/** Longer operators come first, so that `<<=` is not read as `<`. */
export function longestFirst<R>(rows: readonly R[], operator: (row: R) => string): readonly R[] {
  return rows.toSorted((a, b) => operator(b).length - operator(a).length);
}

function byCharacter<R>(rows: readonly R[], characters: (row: R) => readonly string[]): readonly (readonly R[])[] {
  const table: R[][] = Array.from({ length: 128 }, () => []);
  for (const row of rows)
    for (const character of characters(row)) {
      // Beyond ASCII are operators of packages: `√`.
      const code = character.charCodeAt(0);
      table[code] ??= [];
      table[code].push(row);
    }
  return table;
}
