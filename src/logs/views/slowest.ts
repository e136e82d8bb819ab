/** The records with the longest ElapsedTime. */

import type { RecordScan } from "../scan/record-scan.ts";

export interface Slow {
  /** Milliseconds. */
  readonly elapsed: number;
  /** The record's line. */
  readonly line: string;
}

export interface SlowestView {
  readonly take: () => void;
  /** Longest first. */
  readonly slowest: () => readonly Slow[];
}

/** Keeps the `most` slowest records that it takes. A command's records before its change have no time; those after it do. */
export function createSlowest(scan: RecordScan, most: number): SlowestView {
  const slot = scan.want("ElapsedTime");
  const kept: Slow[] = [];
  return {
    take: () => {
      const elapsed = scan.number(slot);
      const last = kept.at(-1);
      if (!(elapsed >= 0) || (kept.length >= most && last !== undefined && elapsed <= last.elapsed)) return;
      const at = kept.findIndex((slow) => slow.elapsed < elapsed);
      kept.splice(at === -1 ? kept.length : at, 0, { elapsed, line: scan.line() });
      if (kept.length > most) kept.pop();
    },
    slowest: () => kept,
  };
}
