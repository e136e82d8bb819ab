/** What one run says of its coverage: the points of its program, and how often each was reached. */

import type { CoveragePoint, Program } from "../../records/index.ts";

export interface CoveredFile {
  readonly path: string;
  /** Of its canonical text. */
  readonly digest: string;
  /** Of its bytes. */
  readonly bytes: string;
}

/** The points of a program, with the files that they stand in. */
export interface CoveragePoints {
  readonly files: readonly CoveredFile[];
  readonly points: readonly CoveragePoint[];
}

/** The number of a point, and how often it was reached; points that never were are left out. */
export type CoverageCounts = readonly (readonly [point: number, count: number])[];

export interface CoverageReport extends CoveragePoints {
  /** The digest of the bundle, of a script that was run whole. */
  readonly bundle?: string;
  readonly counts: CoverageCounts;
}

export function countersFor(program: Program): Float64Array {
  return new Float64Array(program.points?.length ?? 0);
}

export function countsOf(counters: Float64Array): CoverageCounts {
  const counts: [number, number][] = [];
  for (const [point, count] of counters.entries()) if (count > 0) counts.push([point, count]);
  return counts;
}
