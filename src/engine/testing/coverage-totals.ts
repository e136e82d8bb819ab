/** Coverage over all tests: of each file how often its lines and the ways of its decisions were reached, and by how many tests that passed. */

import type { CoverageReport } from "./coverage-report.ts";
import type { CoveredTest } from "./file-result.ts";

export interface CoveredWay {
  readonly line: number;
  /** Orders the ways of a line. */
  readonly start: number;
  readonly way: string;
  hits: number;
}

export interface CoveredLine {
  /** How often the statement on it was run that was run most often. */
  hits: number;
  /** How many passing tests ran it. */
  tests: number;
}

export interface FileTotals {
  readonly path: string;
  readonly digest: string;
  readonly bytes: string;
  /** Lines on which a statement begins. */
  readonly lines: Map<number, CoveredLine>;
  readonly ways: Map<string, CoveredWay>;
}

export interface CoverageTotals {
  /** By their paths. */
  readonly files: readonly FileTotals[];
  /** Of scripts that were run whole: their files by the bundle's digest, counted for these runs alone. */
  readonly bundles: ReadonlyMap<string, readonly FileTotals[]>;
}

/** Adds up what tests have covered. */
export function totalCoverage(tests: readonly CoveredTest[]): CoverageTotals {
  const files = new Map<string, FileTotals>();
  const bundles = new Map<string, Map<string, FileTotals>>();
  for (const test of tests) {
    // A line counts once for a test, however many of its runs came by.
    const seen = new Set<string>();
    for (const report of test.reports) {
      add(files, report, test.passed, seen, "");
      if (report.bundle === undefined) continue;
      const known = bundles.get(report.bundle) ?? new Map<string, FileTotals>();
      bundles.set(report.bundle, known);
      add(known, report, test.passed, seen, report.bundle);
    }
  }
  const sorted = (map: ReadonlyMap<string, FileTotals>): readonly FileTotals[] =>
    [...map.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted(files), bundles: new Map([...bundles].map(([digest, map]) => [digest, sorted(map)])) };
}

function add(
  files: Map<string, FileTotals>,
  { files: covered, points, counts }: CoverageReport,
  passed: boolean,
  seen: Set<string>,
  scope: string,
): void {
  const reached = new Map(counts);
  const inRun = new Map<CoveredLine, number>();
  for (const [index, point] of points.entries()) {
    const file = covered[point.file];
    if (file === undefined) continue;
    const key = `${file.path}\0${file.digest}`;
    const totals = files.get(key) ?? { ...file, lines: new Map(), ways: new Map() };
    files.set(key, totals);
    const count = reached.get(index) ?? 0;
    if (point.way !== undefined) {
      const wayKey = `${point.start} ${point.way}`;
      const way = totals.ways.get(wayKey) ?? { line: point.line, start: point.start, way: point.way, hits: 0 };
      totals.ways.set(wayKey, way);
      way.hits += count;
      continue;
    }
    const line = totals.lines.get(point.line) ?? { hits: 0, tests: 0 };
    totals.lines.set(point.line, line);
    inRun.set(line, Math.max(inRun.get(line) ?? 0, count));
    const mark = `${scope}\0${key}\0${point.line}`;
    if (count > 0 && passed && !seen.has(mark)) {
      seen.add(mark);
      line.tests += 1;
    }
  }
  for (const [line, count] of inRun) line.hits += count;
}

/** Shares as people read them: of nothing, everything is covered. */
export function share(covered: number, all: number): number {
  return all === 0 ? 100 : (covered / all) * 100;
}

export interface Shares {
  readonly lines: readonly [covered: number, all: number];
  readonly ways: readonly [covered: number, all: number];
}

export function sharesOf(files: readonly FileTotals[]): Shares {
  const lines = files.flatMap((file) => [...file.lines.values()]);
  const ways = files.flatMap((file) => [...file.ways.values()]);
  const covered = (list: readonly { readonly hits: number }[]): number => list.filter(({ hits }) => hits > 0).length;
  return { lines: [covered(lines), lines.length], ways: [covered(ways), ways.length] };
}
