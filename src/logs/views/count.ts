/** Counts of records by one or two of their fields. */

import type { Field } from "../filter/field.ts";

/** What stands for a field that a record does not have. */
export const nothing = "–";
/** Distinct values of one field that are kept apart; what comes later is counted together. */
export const mostGroups = 100_000;
export const others = "…";

export interface Counts {
  /** Counts by the first field's value; most first. */
  readonly rows: readonly (readonly [value: string, count: number])[];
  /** The second field's values, most first; empty where there is none. */
  readonly columns: readonly string[];
  /** How often a row's and a column's value came together. */
  readonly cell: (row: string, column: string) => number;
  readonly total: number;
}

export interface Counter {
  readonly take: () => void;
  readonly counts: () => Counts;
}

/** Counts the records that it takes. */
export function createCounter(first: Field, second?: Field): Counter {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const cells = new Map<string, Map<string, number>>();
  let total = 0;
  return {
    take: () => {
      total += 1;
      const row = add(rows, first() ?? nothing);
      if (second === undefined) return;
      const column = add(columns, second() ?? nothing);
      let inner = cells.get(row);
      if (inner === undefined) {
        inner = new Map();
        cells.set(row, inner);
      }
      inner.set(column, (inner.get(column) ?? 0) + 1);
    },
    counts: () => ({
      rows: sorted(rows),
      columns: sorted(columns).map(([value]) => value),
      cell: (row, column) => cells.get(row)?.get(column) ?? 0,
      total,
    }),
  };
}

/** Counts a value; the value itself, or what stands for all that came too late. */
function add(counts: Map<string, number>, value: string): string {
  const known = counts.get(value);
  const name = known === undefined && counts.size >= mostGroups ? others : value;
  counts.set(name, (name === value ? (known ?? 0) : (counts.get(others) ?? 0)) + 1);
  return name;
}

/** Most first; equal ones by their names. */
function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
