/** What a node rests on: what is below and beside it, and whoever challenges it or one of its edges. */

import type { CaseIndex } from "../model/index-of.ts";

/** The uids of nodes that are there, sorted, each once. */
export function dependenciesOf(uid: string, index: CaseIndex): readonly string[] {
  const found = new Set<string>();
  for (const edge of index.out(uid)) {
    // A challenge weighs on what it is made against, not on who makes it.
    if (edge.kind === "challenges" || typeof edge.to !== "string") continue;
    found.add(edge.to);
    for (const { from } of index.against(uid, edge.to)) found.add(from);
  }
  for (const { kind, from } of index.into(uid)) if (kind === "challenges") found.add(from);
  return [...found].filter((each) => index.byUid.has(each)).sort();
}

const known = new WeakMap<CaseIndex, ReadonlyMap<string, readonly string[]>>();

/** Those that rest on each node. */
export function dependentsIn(index: CaseIndex): ReadonlyMap<string, readonly string[]> {
  const before = known.get(index);
  if (before !== undefined) return before;
  const found = new Map<string, string[]>();
  for (const uid of index.byUid.keys())
    for (const below of dependenciesOf(uid, index)) {
      const list = found.get(below);
      if (list === undefined) found.set(below, [uid]);
      else list.push(uid);
    }
  known.set(index, found);
  return found;
}
