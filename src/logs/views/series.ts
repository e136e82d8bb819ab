/** Measured values over time, and the failures beside them (figure 4 of the booklet). */

import { classField } from "../filter/field.ts";
import type { RecordScan } from "../scan/record-scan.ts";
import { TimeValue } from "../scan/time-value.ts";
import { nothing } from "./count.ts";
import { Stretches } from "./grain.ts";

/** Lines in one picture. */
const mostLines = 8;
/** Stretches of time that values are kept for. */
const finest = 1200;

/** One key's values on one host. */
export interface Series {
  readonly key: string;
  readonly host: string;
  /** For each stretch in which values came: its middle, and the mean, least and largest of them. */
  readonly points: readonly {
    readonly time: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/** Failures of a stretch, of one class. */
export interface FailureMark {
  readonly time: number;
  readonly class: string;
  readonly count: number;
}

export interface Plot {
  readonly series: readonly Series[];
  readonly marks: readonly FailureMark[];
  /** Keys that no record has as a number. */
  readonly missing: readonly string[];
  /** Series that are left out, because there are too many. */
  readonly leftOut: number;
}

interface Sum {
  count: number;
  sum: number;
  low: number;
  high: number;
}

/** Collects the values of keys, and the ErrorPoints by class. */
export function createPlot(
  scan: RecordScan,
  keys: readonly string[],
): { readonly take: () => void; readonly plot: () => Plot } {
  const slots = keys.map((key) => [key, scan.want(key)] as const);
  const host = scan.want("Host");
  const time = new TimeValue(scan);
  const classOf = classField(scan);
  const series = new Map<string, { readonly key: string; readonly host: string; readonly sums: Stretches<Sum> }>();
  const leftOut = new Set<string>();
  const failures = new Stretches<Map<string, number>>((into, other) => {
    for (const [name, count] of other) into.set(name, (into.get(name) ?? 0) + count);
  });
  const take = (): void => {
    const at = time.milliseconds();
    if (Number.isNaN(at)) return;
    if (scan.text(scan.point) === "ErrorPoint") {
      const counts = failures.at(at, () => new Map());
      const name = classOf() ?? nothing;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [key, slot] of slots) {
      const value = scan.number(slot);
      if (!Number.isFinite(value)) continue;
      const where = scan.text(host) ?? "";
      const name = `${key}\0${where}`;
      let found = series.get(name);
      if (found === undefined) {
        if (series.size >= mostLines) {
          leftOut.add(leftOut.size < 1000 ? name : "");
          continue;
        }
        found = { key, host: where, sums: new Stretches(addSum) };
        series.set(name, found);
      }
      addSum(
        found.sums.at(at, () => ({ count: 0, sum: 0, low: value, high: value })),
        { count: 1, sum: value, low: value, high: value },
      );
    }
  };
  return {
    take,
    plot: () => ({
      series: [...series.values()].map(({ key, host: where, sums }) => ({ key, host: where, points: pointsOf(sums) })),
      marks: marksOf(failures),
      missing: keys.filter((key) => ![...series.values()].some((one) => one.key === key)),
      leftOut: leftOut.size,
    }),
  };
}

function addSum(into: Sum, other: Sum): void {
  into.count += other.count;
  into.sum += other.sum;
  into.low = Math.min(into.low, other.low);
  into.high = Math.max(into.high, other.high);
}

function pointsOf(sums: Stretches<Sum>): Series["points"] {
  sums.fit(finest);
  return sums
    .list(finest)
    .flatMap(([from, value]) =>
      value === undefined
        ? []
        : [{ time: from + sums.grain / 2, mean: value.sum / value.count, low: value.low, high: value.high }],
    );
}

function marksOf(failures: Stretches<Map<string, number>>): readonly FailureMark[] {
  failures.fit(finest);
  return failures
    .list(finest)
    .flatMap(([from, counts]) =>
      [...(counts ?? [])].map(([name, count]) => ({ time: from + failures.grain / 2, class: name, count })),
    );
}
