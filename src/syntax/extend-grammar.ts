/** A grammar with more rows (and types): what a package or a syntax adds. What they do not concern is shared, so that thousands can be added one by one. */

import { createGrammar, type Grammar, type GrammarRow } from "./grammar.ts";

/** The rows that are added are asked first; types are names of types. */
export function extendGrammar(grammar: Grammar, rows: readonly GrammarRow[], types: readonly string[] = []): Grammar {
  const added = createGrammar(rows, { types: new Set(types), objects: new Set(), values: new Set() });
  return {
    ...grammar,
    rows: [...grammar.rows, ...rows],
    types: types.length === 0 ? grammar.types : new Set([...grammar.types, ...types]),
    worded: joined(grammar.worded, added.worded, (known, fresh) => [...fresh, ...known]),
    wordless: [...added.wordless, ...grammar.wordless],
    operands: beside(grammar.operands, added.operands),
    prefixes: byLength(beside(grammar.prefixes, added.prefixes), added.prefixes, (row) => row.operator),
    infixes: byLength(beside(grammar.infixes, added.infixes), added.infixes, (row) => row.operator),
    postfixes: byLength(beside(grammar.postfixes, added.postfixes), added.postfixes, (row) => row.opens),
    units: joined(grammar.units, added.units, (_known, fresh) => fresh),
    commandPrefixes: joined(grammar.commandPrefixes, added.commandPrefixes, (_known, fresh) => fresh),
  };
}

function joined<V>(
  known: ReadonlyMap<string, V>,
  fresh: ReadonlyMap<string, V>,
  both: (known: V, fresh: V) => V,
): ReadonlyMap<string, V> {
  if (fresh.size === 0) return known;
  const all = new Map(known);
  for (const [word, value] of fresh) {
    const before = known.get(word);
    all.set(word, before === undefined ? value : both(before, value));
  }
  return all;
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

/** Longer operators come first, so that `<<=` is not read as `<`. */
function byLength<R>(all: Table<R>, fresh: Table<R>, operator: (row: R) => string): Table<R> {
  return all.map((rows, code) =>
    (fresh[code]?.length ?? 0) === 0 ? rows : rows.toSorted((a, b) => operator(b).length - operator(a).length),
  );
}
