/** The last records of all, in a ring. */

import type { RecordScan } from "../scan/record-scan.ts";

/** Keeps the lines of the last `most` records that it takes; bytes are copied, because the reader goes on with its own. */
export function createLast(
  scan: RecordScan,
  most: number,
): { readonly take: () => void; readonly lines: () => readonly string[] } {
  const kept: Buffer[] = [];
  let next = 0;
  return {
    take: () => {
      if (most === 0) return;
      kept[next % most] = Buffer.from(scan.bytes.subarray(scan.start, scan.end));
      next += 1;
    },
    lines: () => {
      const begin = next > most ? next % most : 0;
      return [...kept.slice(begin), ...kept.slice(0, begin)].map((line) => line.toString("utf8"));
    },
  };
}
