/** The edges of a case by what makes each of them one: its ends, its kind, and how many alike stand ahead of it. */

import { targetKey } from "../digest/argument.ts";
import type { CaseEdge } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";

export interface KeyedEdges {
  readonly index: CaseIndex;
  readonly byKey: ReadonlyMap<string, CaseEdge>;
  /** The keys of the edges that start at a uid, in their order; uids in the order in which the case has edges of them. */
  readonly from: ReadonlyMap<string, readonly string[]>;
  /** The keys of the edges by which a node hangs below others or is in context of them. */
  readonly above: (uid: string) => readonly string[];
}

export function keyedEdges(index: CaseIndex): KeyedEdges {
  const byKey = new Map<string, CaseEdge>();
  const from = new Map<string, string[]>();
  const above = new Map<string, string[]>();
  const seen = new Map<string, number>();
  for (const edge of index.case.edges) {
    const ends = `${edge.from}\n${edge.kind}\n${targetKey(edge.to)}`;
    const times = (seen.get(ends) ?? 0) + 1;
    seen.set(ends, times);
    const key = `${ends}\n${times}`;
    byKey.set(key, edge);
    push(from, edge.from, key);
    if (isStructural(edge)) push(above, edge.to, key);
  }
  return { index, byKey, from, above: (uid) => above.get(uid) ?? [] };
}

export function isStructural(edge: CaseEdge): edge is CaseEdge & { readonly to: string } {
  return (edge.kind === "supportedBy" || edge.kind === "inContextOf") && typeof edge.to === "string";
}

function push(map: Map<string, string[]>, name: string, key: string): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [key]);
  else list.push(key);
}
