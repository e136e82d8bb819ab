/** What differs between the edges of two cases, told where people look for it: of a node that hangs elsewhere at that node. */

import { edgeFacts, edgeKinds, targetKey } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { CaseEdge, EdgeKind, EdgeTarget } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import { steadyIn } from "../sequence/rising.ts";
import type { Change, Place } from "./model.ts";

export interface EdgeChanges {
  /** The changes that are told at a node. */
  readonly of: ReadonlyMap<string, readonly Change[]>;
  /** The nodes whose edges are not the same. */
  readonly changed: ReadonlySet<string>;
}

interface Told {
  readonly lost: Place[];
  readonly gained: Place[];
  readonly others: Change[];
}

/** Both cases have the same uid for the same node. */
export function edgeChanges(before: CaseIndex, after: CaseIndex): EdgeChanges {
  const told = new Map<string, Told>();
  const at = (uid: string): Told => {
    const known = told.get(uid) ?? { lost: [], gained: [], others: [] };
    told.set(uid, known);
    return known;
  };
  const changed = new Set<string>();
  if (before.case.edges === after.case.edges) return { of: new Map(), changed };
  for (const from of new Set([...before.case.edges, ...after.case.edges].map((edge) => edge.from))) {
    const [old, now] = [before.out(from), after.out(from)];
    if (old.length === now.length && old.every((edge, at) => edge === now[at])) continue;
    for (const kind of edgeKinds) {
      const ofKind = (edges: readonly CaseEdge[]) => edges.filter((edge) => edge.kind === kind);
      const [oldKind, nowKind] = [ofKind(old), ofKind(now)];
      if (isSame(oldKind, nowKind)) continue;
      changed.add(from);
      compareKind(from, kind, keyed(oldKind), keyed(nowKind), { before, after, at });
    }
  }
  return {
    of: new Map([...told].map(([uid, { lost, gained, others }]) => [uid, [...moves(lost, gained), ...others]])),
    changed,
  };
}

/** What a node hangs below and is in context of. */
export function placesOf(uid: string, index: CaseIndex): readonly Place[] {
  return index.into(uid).flatMap(({ kind, from }) => (isPlace(kind) ? [placeAt(from, kind, index)] : []));
}

/** The edges of a node that came or went with it and that no other node's place shows. */
export function ownEdges(uid: string, index: CaseIndex, side: "before" | "after"): readonly Change[] {
  return index
    .out(uid)
    .filter(({ kind, to }) => !isPlace(kind) || typeof to !== "string" || !index.byUid.has(to))
    .map((edge) => edgeChange(edge, index, side));
}

interface Sides {
  readonly before: CaseIndex;
  readonly after: CaseIndex;
  readonly at: (uid: string) => Told;
}

type Keyed = ReadonlyMap<string, CaseEdge>;

function compareKind(from: string, kind: EdgeKind, old: Keyed, now: Keyed, sides: Sides): void {
  const { before, after, at } = sides;
  for (const [key, edge] of old) if (!now.has(key)) tellEnd(edge, before, after, "before", sides);
  for (const [key, edge] of now) if (!old.has(key)) tellEnd(edge, after, before, "after", sides);
  const isKept = before.byUid.has(from) === after.byUid.has(from);
  const steady = steadyIn([...old.keys()], [...now.keys()]);
  const kept = [...now.keys()].filter((key) => old.has(key));
  const placeBefore = new Map([...old.keys()].filter((key) => now.has(key)).map((key, place) => [key, place + 1]));
  let isTurned = false;
  for (const [place, key] of kept.entries()) {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === undefined || is === undefined || !isKept) continue;
    const [one, other] = [edgeFacts(was), edgeFacts(is)];
    if (comparable(one) !== comparable(other))
      at(from).others.push({ kind: "edge", edge: kind, to: endText(is.to, after), before: one, after: other });
    if (steady.has(key)) continue;
    if (isPlace(kind) && typeof is.to === "string" && before.byUid.has(is.to) && after.byUid.has(is.to)) {
      const under = placeAt(from, kind, after);
      at(is.to).others.push({ kind: "placed", under, before: placeBefore.get(key) ?? 0, after: place + 1 });
    } else isTurned = true;
  }
  if (isTurned) at(from).others.push({ kind: "order", field: kind });
}

/** An edge that only one side has. */
function tellEnd(edge: CaseEdge, own: CaseIndex, other: CaseIndex, side: "before" | "after", { at }: Sides): void {
  const { kind, from, to } = edge;
  if (isPlace(kind) && typeof to === "string" && own.byUid.has(to)) {
    // A node that came or went names its places itself.
    if (!other.byUid.has(to)) return;
    const place = placeAt(from, kind, own);
    if (side === "before") at(to).lost.push(place);
    else at(to).gained.push(place);
  } else if (own.byUid.has(from) === other.byUid.has(from)) at(from).others.push(edgeChange(edge, own, side));
}

function edgeChange(edge: CaseEdge, index: CaseIndex, side: "before" | "after"): Change {
  const facts = edgeFacts(edge);
  const to = endText(edge.to, index);
  return side === "before"
    ? { kind: "edge", edge: edge.kind, to, before: facts }
    : { kind: "edge", edge: edge.kind, to, after: facts };
}

function moves(from: readonly Place[], to: readonly Place[]): readonly Change[] {
  return from.length + to.length === 0 ? [] : [{ kind: "moved", from, to }];
}

function isPlace(kind: EdgeKind): kind is Place["edge"] {
  return kind === "supportedBy" || kind === "inContextOf";
}

function placeAt(uid: string, edge: Place["edge"], index: CaseIndex): Place {
  return { uid, label: labelOf(uid, index), edge };
}

function endText(to: string | EdgeTarget, index: CaseIndex): string {
  return typeof to === "string" ? labelOf(to, index) : `${labelOf(to.from, index)} → ${labelOf(to.to, index)}`;
}

function labelOf(uid: string, index: CaseIndex): string {
  return index.byUid.get(uid)?.label ?? uid;
}

/** By what they lead to; an edge that stands there again is counted. */
function keyed(edges: readonly CaseEdge[]): Keyed {
  const found = new Map<string, CaseEdge>();
  const seen = new Map<string, number>();
  for (const edge of edges) {
    const key = targetKey(edge.to);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    found.set(`${key}\n${times}`, edge);
  }
  return found;
}

function isSame(old: readonly CaseEdge[], now: readonly CaseEdge[]): boolean {
  return (
    old.length === now.length &&
    old.every((edge, at) => edge === now[at] || comparable(edgeFacts(edge)) === comparable(edgeFacts(now[at] ?? edge)))
  );
}
