/** Where a node hangs when both sides moved it, or when what they did together would put it below itself. */

import { componentsOf } from "../graph/components.ts";
import type { CaseEdge } from "../model/case.ts";
import { isStructural, type KeyedEdges } from "./edge-keys.ts";
import type { Conflict, Three } from "./model.ts";
import type { Survivors } from "./removals.ts";

export interface Places {
  /** The keys of edges of theirs that were refused, which a conflict of their node tells. */
  readonly told: ReadonlySet<string>;
}

/** Takes the edges above such nodes as ours has them; `wanted` holds then what is left. */
export function settlePlaces(
  sides: Three<KeyedEdges>,
  wanted: Map<string, CaseEdge>,
  survivors: Survivors,
  conflicts: Conflict[],
): Places {
  const told = new Set<string>();
  const settled = new Set<string>();
  const takeOurs = (uid: string, kind: "place" | "cycle"): void => {
    if (settled.has(uid)) return;
    settled.add(uid);
    conflicts.push({ kind, uid, label: labelIn(sides, uid), ...above(sides, uid) });
    const own = new Set(sides.ours.above(uid));
    for (const key of sides.theirs.above(uid)) {
      if (own.has(key)) continue;
      wanted.delete(key);
      told.add(key);
    }
    for (const key of own) {
      const edge = sides.ours.byKey.get(key);
      if (edge !== undefined && survivors.uids.has(edge.from) && !wanted.has(key)) wanted.set(key, edge);
    }
  };
  for (const uid of survivors.uids) if (isMovedTwice(uid, sides)) takeOurs(uid, "place");
  for (const uid of hangingInAir(sides, wanted, survivors)) takeOurs(uid, "place");
  const ofTheirs = cyclesOf(sides.theirs.byKey);
  for (;;) {
    const found = onNewCycles(sides, wanted, ofTheirs).filter((uid) => !settled.has(uid));
    if (found.length === 0) return { told };
    // New nodes of theirs hang nowhere in ours: they are left alone as long as that is enough.
    const known = found.filter((uid) => sides.ours.index.byUid.has(uid));
    for (const uid of known.length > 0 ? known : found) takeOurs(uid, "cycle");
  }
}

/** Both took it away from the same node, each to another one. */
function isMovedTwice(uid: string, { base, ours, theirs }: Three<KeyedEdges>): boolean {
  const [before, own, other] = [base, ours, theirs].map((side) => new Set(side.above(uid)));
  if (before === undefined || own === undefined || other === undefined) return false;
  const gained = [...own].filter((key) => !before.has(key));
  const gainedThere = [...other].filter((key) => !before.has(key));
  if (gained.length === 0 || gainedThere.length === 0) return false;
  const isLost = [...before].some((key) => !own.has(key) && !other.has(key));
  return isLost && (gained.length !== gainedThere.length || gained.some((key) => !other.has(key)));
}

/** Nodes that theirs moved below one that ours removed. */
function hangingInAir(
  { base, ours, theirs }: Three<KeyedEdges>,
  wanted: ReadonlyMap<string, CaseEdge>,
  { uids }: Survivors,
): readonly string[] {
  const moved = [...wanted].flatMap(([key, edge]) =>
    isStructural(edge) &&
    !ours.byKey.has(key) &&
    !uids.has(edge.from) &&
    theirs.index.byUid.has(edge.from) &&
    base.index.byUid.has(edge.to) &&
    uids.has(edge.to)
      ? [edge.to]
      : [],
  );
  return [...new Set(moved)];
}

/** Nodes by whose edges of theirs a cycle is closed that theirs did not have. */
function onNewCycles(
  { ours }: Three<KeyedEdges>,
  wanted: ReadonlyMap<string, CaseEdge>,
  ofTheirs: ReadonlyMap<string, number>,
): readonly string[] {
  const cycles = cyclesOf(wanted);
  const found = [...wanted].flatMap(([key, edge]) => {
    if (!isStructural(edge) || ours.byKey.has(key)) return [];
    const isOnOne = (of: ReadonlyMap<string, number>): boolean =>
      of.has(edge.from) && of.get(edge.from) === of.get(edge.to);
    return isOnOne(cycles) && !isOnOne(ofTheirs) ? [edge.to] : [];
  });
  return [...new Set(found)];
}

/** For each node on a cycle, which one. */
function cyclesOf(edges: ReadonlyMap<string, CaseEdge>): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  for (const edge of edges.values()) {
    if (!isStructural(edge)) continue;
    const list = next.get(edge.from);
    if (list === undefined) next.set(edge.from, [edge.to]);
    else list.push(edge.to);
  }
  const found = new Map<string, number>();
  for (const [number, { members, isCycle }] of componentsOf(next.keys(), (uid) => next.get(uid) ?? []).entries())
    if (isCycle) for (const uid of members) found.set(uid, number);
  return found;
}

function above(
  { ours, theirs }: Three<KeyedEdges>,
  uid: string,
): { readonly ours: readonly string[]; readonly theirs: readonly string[] } {
  const labels = (side: KeyedEdges): readonly string[] =>
    side.above(uid).map((key) => {
      const from = side.byKey.get(key)?.from ?? "";
      return side.index.byUid.get(from)?.label ?? from;
    });
  return { ours: labels(ours), theirs: labels(theirs) };
}

function labelIn({ ours, theirs }: Three<KeyedEdges>, uid: string): string {
  return (ours.index.byUid.get(uid) ?? theirs.index.byUid.get(uid))?.label ?? uid;
}
