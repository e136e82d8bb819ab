/** One page on a log: how much, from when to when, what failed. */

import { classField, fieldOf } from "../filter/field.ts";
import type { RecordScan } from "../scan/record-scan.ts";
import { TimeValue } from "../scan/time-value.ts";
import { type Counts, createCounter } from "./count.ts";
import { createFailing, type Failing } from "./failing.ts";
import { createTimeCounter, type OverTime } from "./over-time.ts";
import { createSlowest, type Slow } from "./slowest.ts";

export interface Summary {
  readonly records: number;
  /** Of the earliest and the latest record, in milliseconds; NaN where none has a time. */
  readonly from: number;
  readonly to: number;
  readonly points: Counts["rows"];
  readonly scripts: Counts["rows"];
  readonly hosts: Counts["rows"];
  readonly users: Counts["rows"];
  readonly runs: number;
  /** Failures by class, and how many of each nobody dealt with. */
  readonly classes: readonly { readonly class: string; readonly failures: number; readonly unhandled: number }[];
  readonly failing: Failing;
  readonly slowest: readonly Slow[];
  /** All records over time. */
  readonly overTime: OverTime;
}

/** Runs that are told apart, by a hash of 32 bits of their ids; beyond that the number is a lower bound. */
const mostRuns = 1_000_000;

/** Collects it; `columns` is how many stretches of time it shows. */
export function createSummary(scan: RecordScan): {
  readonly take: () => void;
  readonly summary: (columns: number) => Summary;
} {
  const field = (name: string) => fieldOf(name, scan) ?? (() => undefined);
  const counters = {
    points: createCounter(field("point")),
    scripts: createCounter(field("script")),
    hosts: createCounter(field("host")),
    users: createCounter(field("user")),
  };
  const [handled, run] = [scan.want("Handled"), scan.want("RunId")];
  const classOf = classField(scan);
  const failures = createCounter(
    () => classOf(),
    () => (scan.text(handled) === "true" ? "handled" : "unhandled"),
  );
  const failing = createFailing(scan);
  const slowest = createSlowest(scan, 3);
  const overTime = createTimeCounter(scan);
  const time = new TimeValue(scan);
  const runs = new Set<number>();
  let [from, to, records] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  const all = [...Object.values(counters), failing, slowest, overTime];
  return {
    take: () => {
      records += 1;
      for (const one of all) one.take();
      if (scan.text(scan.point) === "ErrorPoint") failures.take();
      const id = scan.text(run);
      if (id !== undefined && runs.size < mostRuns) runs.add(hash(id));
      const at = time.milliseconds();
      if (at < from) from = at;
      if (at > to) to = at;
    },
    summary: (columns) => {
      const classes = failures.counts();
      return {
        records,
        from: from > to ? Number.NaN : from,
        to: from > to ? Number.NaN : to,
        points: counters.points.counts().rows,
        scripts: counters.scripts.counts().rows,
        hosts: counters.hosts.counts().rows,
        users: counters.users.counts().rows,
        runs: runs.size,
        classes: classes.rows.map(([name, count]) => ({
          class: name,
          failures: count,
          unhandled: classes.cell(name, "unhandled"),
        })),
        failing: failing.failing(5),
        slowest: slowest.slowest(),
        overTime: overTime.overTime(columns),
      };
    },
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
