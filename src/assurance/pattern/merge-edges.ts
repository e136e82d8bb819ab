/** The edges of a case that holds an instance: those that people drew or took away stay as they are. */

import type { CaseEdge } from "../model/case.ts";

export interface MergedEdges {
  readonly edges: readonly CaseEdge[];
  /** Edges of the pattern that people took away. */
  readonly away: readonly CaseEdge[];
}

/** All edges by the uids of the case. `base`: those that the pattern made then; undefined where that is not known. */
export function mergedEdges(
  mine: readonly CaseEdge[],
  theirs: readonly CaseEdge[],
  base: readonly CaseEdge[] | undefined,
): MergedEdges {
  const own = new Map(mine.map((edge) => [keyOf(edge), edge]));
  const now = new Set(theirs.map(keyOf));
  const before = new Set(base?.map(keyOf));
  const away: CaseEdge[] = [];
  const added: CaseEdge[] = [];
  for (const edge of theirs) {
    const key = keyOf(edge);
    if (own.has(key)) continue;
    if (before.has(key)) away.push(edge);
    else added.push(edge);
  }
  // What the pattern made, and makes no more, goes.
  const kept = mine.filter((edge) => now.has(keyOf(edge)) || !before.has(keyOf(edge)));
  return { edges: [...kept, ...added], away };
}

function keyOf({ kind, from, to }: CaseEdge): string {
  return typeof to === "string" ? `${kind}\n${from}\n${to}` : `${kind}\n${from}\n${to.from}\n${to.to}`;
}
