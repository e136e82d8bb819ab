/** What a compilation with counters counts: each statement, and each way that a decision can take. */

import type { CoveragePoint } from "../records/index.ts";
import type { NodeBase } from "../syntax/index.ts";
import { placeOf, type SourceFile } from "../text/index.ts";

/** The points of a compilation, in the order of their numbers. */
export interface Coverage {
  readonly points: readonly CoveragePoint[];
  /** The number of a statement, or of a way of a decision; a node that is emitted twice has one. */
  readonly number: (file: number, node: NodeBase, way?: string) => number;
  /** Whether what stands in a file is counted: tests themselves are not. */
  readonly counts: (file: number) => boolean;
}

export function createCoverage(sources: readonly SourceFile[]): Coverage {
  const points: CoveragePoint[] = [];
  const known = new Map<string, number>();
  const counted = sources.map(({ name }) => !name.endsWith("_test.dscript"));
  return {
    points,
    number(file, node, way) {
      const key = `${file} ${node.start} ${node.end} ${way ?? ""}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const source = sources[file];
      const line = source === undefined ? 1 : placeOf(source, node.start).line;
      const base = { file, start: node.start, line };
      const number = points.push(way === undefined ? base : { ...base, way }) - 1;
      known.set(key, number);
      return number;
    },
    counts: (file) => counted[file] === true,
  };
}
