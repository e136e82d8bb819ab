/** How many records came when, all together or by a field's values. */

import type { Field } from "../filter/field.ts";
import type { RecordScan } from "../scan/record-scan.ts";
import { TimeValue } from "../scan/time-value.ts";
import { nothing, others } from "./count.ts";
import { Stretches } from "./grain.ts";

/** Values that are kept apart; the rest is counted together. */
const mostSeries = 12;

export interface OverTime {
  /** Milliseconds. */
  readonly grain: number;
  /** The names of the series, most records first; one empty name where there is no field. */
  readonly names: readonly string[];
  /** When each stretch begins, and its counts in the order of the names. */
  readonly stretches: readonly { readonly from: number; readonly counts: readonly number[] }[];
  /** Records without a time that can be read. */
  readonly timeless: number;
  /** Records ahead of the first stretch, where a width was fixed and there are more stretches than columns. */
  readonly earlier: number;
}

export interface TimeCounter {
  readonly take: () => void;
  /** No more stretches than `columns`; where a width was fixed, the last ones. */
  readonly overTime: (columns: number) => OverTime;
}

/** Counts the records that it takes over time; `width` fixes a stretch's milliseconds. */
export function createTimeCounter(scan: RecordScan, field?: Field, width?: number): TimeCounter {
  const time = new TimeValue(scan);
  const series = new Map<string, number>();
  const totals: number[] = [];
  let timeless = 0;
  const stretches = new Stretches<number[]>((into, other) => {
    for (const [at, count] of other.entries()) into[at] = (into[at] ?? 0) + (count ?? 0);
  }, width);
  const seriesOf = (name: string): number => {
    const known = series.get(name);
    if (known !== undefined) return known;
    if (series.size > mostSeries || (series.size === mostSeries && name !== others)) return seriesOf(others);
    series.set(name, series.size);
    return series.size - 1;
  };
  return {
    take: () => {
      const at = time.milliseconds();
      if (Number.isNaN(at)) {
        timeless += 1;
        return;
      }
      const index = seriesOf(field === undefined ? "" : (field() ?? nothing));
      const counts = stretches.at(at, () => []);
      counts[index] = (counts[index] ?? 0) + 1;
      totals[index] = (totals[index] ?? 0) + 1;
    },
    overTime: (columns) => {
      stretches.fit(columns);
      const order = [...series].sort((a, b) => (totals[b[1]] ?? 0) - (totals[a[1]] ?? 0));
      const shown = stretches
        .list(columns)
        .map(([from, counts]) => ({ from, counts: order.map(([, index]) => counts?.[index] ?? 0) }));
      const sum = shown.reduce((all, { counts }) => counts.reduce((a, b) => a + b, all), 0);
      return {
        grain: stretches.grain,
        names: order.map(([name]) => name),
        stretches: shown,
        timeless,
        earlier: totals.reduce((a, b) => a + (b ?? 0), 0) - sum,
      };
    },
  };
}
