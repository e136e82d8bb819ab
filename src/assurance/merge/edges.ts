/** The edges of a merged case: which are there, what is said of each, and in what order a node names them. */

import { edgeFacts, type Facts, targetKey } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { CaseEdge, EdgeTarget } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { mergeOrders } from "../sequence/orders.ts";
import { type KeyedEdges, keyedEdges } from "./edge-keys.ts";
import type { Conflict, Three } from "./model.ts";
import { type Places, settlePlaces } from "./places.ts";
import type { Survivors } from "./removals.ts";
import { settle } from "./values.ts";

export function mergeEdges(cases: Three<CaseIndex>, survivors: Survivors, conflicts: Conflict[]): readonly CaseEdge[] {
  const sides = { base: keyedEdges(cases.base), ours: keyedEdges(cases.ours), theirs: keyedEdges(cases.theirs) };
  const wanted = new Map<string, CaseEdge>();
  for (const key of new Set([...sides.ours.byKey.keys(), ...sides.theirs.byKey.keys()])) {
    const edge = mergeEdge(key, sides, survivors, conflicts);
    if (edge !== undefined) wanted.set(key, edge);
  }
  const places = settlePlaces(sides, wanted, survivors, conflicts);
  dropLoose(sides, wanted, places, survivors, conflicts);
  return ordered(sides, wanted, conflicts);
}

/** An edge as the two sides want it, wherever its ends are. */
function mergeEdge(
  key: string,
  { base, ours, theirs }: Three<KeyedEdges>,
  { kept }: Survivors,
  conflicts: Conflict[],
): CaseEdge | undefined {
  const [old, own, other] = [base, ours, theirs].map(({ byKey }) => byKey.get(key));
  const tell = (edge: CaseEdge, facts: { readonly ours?: Json; readonly theirs?: Json }): void => {
    const { uid, label, to } = namesOf(edge, base.index, ours.index, theirs.index);
    conflicts.push({ kind: "edge", uid, label, edge: edge.kind, to, ...facts });
  };
  if (own === undefined || other === undefined) {
    if (old === undefined) return own ?? other;
    const left = own ?? other;
    if (left === undefined) return undefined;
    if (own !== undefined && ends(own).some((uid) => kept.has(uid))) return own;
    const isUsed =
      comparable(edgeFacts(old)) !== comparable(edgeFacts(left)) ||
      isChallengedAnew(left, own === undefined ? theirs : ours, base);
    if (isUsed) tell(left, own === undefined ? { theirs: edgeFacts(left) } : { ours: edgeFacts(left) });
    return isUsed ? own : undefined;
  }
  if (own === other) return own;
  // An edge is JSON, though interfaces have no index signature that would say so.
  const [was, is, there] = [old ?? {}, own, other] as readonly object[] as readonly [Facts, Facts, Facts];
  const merged = new Map<string, Json>();
  let isClear = true;
  for (const field of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const settled = settle(field, { base: was[field], ours: is[field], theirs: there[field] });
    if (settled.value !== undefined) merged.set(field, settled.value);
    if (settled.clashes.length > 0) isClear = false;
  }
  if (!isClear) tell(own, { ours: edgeFacts(own), theirs: edgeFacts(other) });
  // Each field is as one of the three has it.
  return Object.fromEntries(merged) as unknown as CaseEdge;
}

function isChallengedAnew(edge: CaseEdge, side: KeyedEdges, base: KeyedEdges): boolean {
  if (typeof edge.to !== "string") return false;
  const before = new Set(base.index.against(edge.from, edge.to).map(({ from }) => from));
  return side.index.against(edge.from, edge.to).some(({ from }) => !before.has(from));
}

/** Takes out the edges that lost an end which they had: nothing hangs in the air that did not before. */
function dropLoose(
  { base, ours, theirs }: Three<KeyedEdges>,
  wanted: Map<string, CaseEdge>,
  places: Places,
  { uids }: Survivors,
  conflicts: Conflict[],
): void {
  const pairs = new Set([...wanted.values()].map((edge) => `${edge.from}\n${targetKey(edge.to)}`));
  for (const [key, edge] of wanted) {
    const holders = [ours, theirs].filter(({ byKey }) => byKey.has(key));
    const isLost = (has: (index: CaseIndex) => boolean, isThere: boolean): boolean =>
      !isThere && holders.every(({ index }) => has(index));
    const lostEnd = ends(edge).some((uid) => isLost((index) => index.byUid.has(uid), uids.has(uid)));
    const { to } = edge;
    const lostEdge =
      typeof to !== "string" &&
      isLost((index) => index.out(to.from).some((each) => each.to === to.to), pairs.has(`${to.from}\n${to.to}`));
    if (!lostEnd && !lostEdge) continue;
    wanted.delete(key);
    if (base.byKey.has(key) || places.told.has(key)) continue;
    const { uid, label, to: end } = namesOf(edge, base.index, ours.index, theirs.index);
    conflicts.push({ kind: "end", uid, label, edge: edge.kind, to: end });
  }
}

function ordered(
  { base, ours, theirs }: Three<KeyedEdges>,
  wanted: ReadonlyMap<string, CaseEdge>,
  conflicts: Conflict[],
): readonly CaseEdge[] {
  const keysAt = (side: KeyedEdges, uid: string): readonly string[] => side.from.get(uid) ?? [];
  const starts = new Set([...wanted.values()].map(({ from }) => from));
  const uids = mergeOrders([...base.from.keys()], [...ours.from.keys()], [...theirs.from.keys()], (uid) =>
    starts.has(uid),
  );
  return uids.keys.flatMap((uid) => {
    const isKept = (key: string): boolean => wanted.has(key);
    const { keys, clashes } = mergeOrders(keysAt(base, uid), keysAt(ours, uid), keysAt(theirs, uid), isKept);
    for (const key of clashes) {
      const edge = wanted.get(key);
      if (edge === undefined) continue;
      const { label, to } = namesOf(edge, base.index, ours.index, theirs.index);
      conflicts.push({ kind: "order", uid: targetKey(edge.to), label: to, under: label });
    }
    return keys.flatMap((key) => wanted.get(key) ?? []);
  });
}

function ends({ from, to }: CaseEdge): readonly string[] {
  return typeof to === "string" ? [from, to] : [from, to.from, to.to];
}

function namesOf(
  { from, to }: CaseEdge,
  ...indexes: readonly CaseIndex[]
): { readonly uid: string; readonly label: string; readonly to: string } {
  const labelOf = (uid: string): string =>
    indexes.findLast(({ byUid }) => byUid.has(uid))?.byUid.get(uid)?.label ?? uid;
  const endText = (end: string | EdgeTarget): string =>
    typeof end === "string" ? labelOf(end) : `${labelOf(end.from)} → ${labelOf(end.to)}`;
  return { uid: from, label: labelOf(from), to: endText(to) };
}
