/** A grammar with more rows (and types): what a package or a syntax adds. What they do not concern is shared, so that thousands can be added one by one. */

import { createGrammar, longestFirst } from "./create-grammar.ts";
import type { Grammar, GrammarRow, StatementRow, WordTable } from "./grammar.ts";

/** The rows that are added are asked first; types are names of types. */
export function extendGrammar(grammar: Grammar, rows: readonly GrammarRow[], types: readonly string[] = []): Grammar {
  const added = createGrammar(rows, { types: new Set(types), objects: new Set(), values: new Set() });
  return {
    ...grammar,
    rows: [...grammar.rows, ...rows],
    types: types.length === 0 ? grammar.types : new Set([...grammar.types, ...types]),
    worded: added.worded.keys().next().done === true ? grammar.worded : new Words(grammar.worded, added.worded),
    wordless: [...added.wordless, ...grammar.wordless],
    operands: beside(grammar.operands, added.operands),
    prefixes: byLength(beside(grammar.prefixes, added.prefixes), added.prefixes, (row) => row.operator),
    infixes: byLength(beside(grammar.infixes, added.infixes), added.infixes, (row) => row.operator),
    postfixes: byLength(beside(grammar.postfixes, added.postfixes), added.postfixes, (row) => row.opens),
    units: joined(grammar.units, added.units),
    commandPrefixes: joined(grammar.commandPrefixes, added.commandPrefixes),
  };
}

function joined<V>(known: ReadonlyMap<string, V>, fresh: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return fresh.size === 0 ? known : new Map([...known, ...fresh]);
}

/** So many words lie above the others before they are put together: copying them all for each would take long. */
const mostAbove = 100;

/** The words of statements: a few above those of the grammar that was extended. */
class Words implements WordTable {
  readonly #below: WordTable;
  readonly #above: Map<string, readonly StatementRow[]>;

  constructor(known: WordTable, fresh: WordTable) {
    const isSmall = known instanceof Words && known.#above.size < mostAbove;
    this.#below = isSmall ? known.#below : known instanceof Words ? new Map(known.#all()) : known;
    this.#above = new Map(isSmall ? known.#above : []);
    for (const word of fresh.keys()) this.#above.set(word, [...(fresh.get(word) ?? []), ...(known.get(word) ?? [])]);
  }

  get(word: string): readonly StatementRow[] | undefined {
    return this.#above.get(word) ?? this.#below.get(word);
  }

  has(word: string): boolean {
    return this.#above.has(word) || this.#below.has(word);
  }

  *keys(): IterableIterator<string> {
    yield* this.#below.keys();
    for (const word of this.#above.keys()) if (!this.#below.has(word)) yield word;
  }

  *#all(): Iterable<readonly [string, readonly StatementRow[]]> {
    for (const word of this.keys()) yield [word, this.get(word) ?? []];
  }
}

type Table<R> = readonly (readonly R[])[];

/** Tables by the first character: those that nothing is added to stay as they are. */
function beside<R>(known: Table<R>, fresh: Table<R>): Table<R> {
  if (fresh.every(({ length }) => length === 0)) return known;
  const all = [...known];
  for (const [code, rows] of fresh.entries())
    if (rows !== undefined && rows.length > 0) all[code] = [...rows, ...(known[code] ?? [])];
  return all;
}

/** Those rows anew that something was added to. */
function byLength<R>(all: Table<R>, fresh: Table<R>, operator: (row: R) => string): Table<R> {
  return all.map((rows, code) => ((fresh[code]?.length ?? 0) === 0 ? rows : longestFirst(rows, operator)));
}
