/** How deep and how broad a case is. */

import type { NodeName } from "../diff/model.ts";
import { componentsOf } from "../graph/components.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { CaseShape } from "./model.ts";

export function shapeOf(index: CaseIndex): CaseShape {
  const below = new Map<string, readonly string[]>();
  for (const uid of index.byUid.keys()) below.set(uid, belowIn(uid, index));
  const components = componentsOf(below.keys(), (uid) => below.get(uid) ?? []);
  const heights = new Map<string, number>();
  let depth = 0;
  // Each component comes ahead of those that lead to it.
  for (const { members } of components) {
    const own = members.length === 1 ? undefined : new Set(members);
    let height = 1;
    for (const uid of members)
      for (const each of below.get(uid) ?? [])
        if (own === undefined ? each !== uid : !own.has(each)) height = Math.max(height, 1 + (heights.get(each) ?? 0));
    for (const uid of members) heights.set(uid, height);
    depth = Math.max(depth, height);
  }
  const onCycles = new Set(components.flatMap(({ members, isCycle }) => (isCycle ? members : [])));
  const widest = widestOf(below);
  return {
    roots: index.roots.map(({ uid, label }) => ({ uid, label })),
    depth,
    breadth: breadthOf(index, below),
    ...(widest === undefined ? {} : { widest: { ...nameOf(widest.uid, index), below: widest.below } }),
    onCycles: [...index.byUid.keys()].filter((uid) => onCycles.has(uid)).map((uid) => nameOf(uid, index)),
    elsewhere: index.case.edges.filter(({ to }) => typeof to === "string" && !index.byUid.has(to)).length,
  };
}

const none: readonly string[] = [];

function belowIn(uid: string, index: CaseIndex): readonly string[] {
  const edges = index.out(uid);
  // Most nodes of a large case have nothing below them.
  if (edges.length === 0) return none;
  const below: string[] = [];
  for (const { kind, to } of edges)
    if ((kind === "supportedBy" || kind === "inContextOf") && typeof to === "string" && index.byUid.has(to))
      below.push(to);
  return below;
}

function widestOf(below: ReadonlyMap<string, readonly string[]>): { uid: string; below: number } | undefined {
  let widest: { uid: string; below: number } | undefined;
  for (const [uid, list] of below) if (list.length > (widest?.below ?? 0)) widest = { uid, below: list.length };
  return widest;
}

function breadthOf({ roots }: CaseIndex, below: ReadonlyMap<string, readonly string[]>): number {
  const reached = new Set(roots.map(({ uid }) => uid));
  let level = [...reached];
  let breadth = 0;
  while (level.length > 0) {
    breadth = Math.max(breadth, level.length);
    const next: string[] = [];
    for (const uid of level)
      for (const each of below.get(uid) ?? []) {
        if (reached.has(each)) continue;
        reached.add(each);
        next.push(each);
      }
    level = next;
  }
  return breadth;
}

function nameOf(uid: string, index: CaseIndex): NodeName {
  return { uid, label: index.byUid.get(uid)?.label ?? uid };
}
