/** Which nodes a merged case has, where one side removed what the other changed. */

import { haveSameFacts } from "../diff/fields.ts";
import { edgeFacts, targetKey } from "../digest/argument.ts";
import { comparable } from "../digest/jcs.ts";
import type { CaseEdge } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Conflict, Side, Three } from "./model.ts";

export interface Survivors {
  /** The uids of the nodes that the merged case has. */
  readonly uids: ReadonlySet<string>;
  /** Those of them that theirs removed: ours stays. */
  readonly kept: ReadonlySet<string>;
}

export function survivorsOf(three: Three<CaseIndex>, conflicts: Conflict[]): Survivors {
  const { base, ours, theirs } = three;
  const removedBy = (side: CaseIndex, other: CaseIndex): readonly string[] =>
    [...base.byUid.keys()].filter((uid) => !side.byUid.has(uid) && other.byUid.has(uid));
  const [byOurs, byTheirs] = [removedBy(ours, theirs), new Set(removedBy(theirs, ours))];
  const tell = (uid: string, by: Side): void => {
    conflicts.push({ kind: "removed", by, uid, label: base.byUid.get(uid)?.label ?? uid });
  };
  const usedByTheirs = byOurs.length === 0 ? new Set<string>() : usedIn(theirs, base);
  for (const uid of byOurs) if (usedByTheirs.has(uid)) tell(uid, "ours");
  const used = byTheirs.size === 0 ? new Set<string>() : usedIn(ours, base);
  const touched = [...byTheirs].filter((uid) => used.has(uid));
  for (const uid of touched) tell(uid, "theirs");
  const kept = joined(touched, byTheirs, ours);
  const all = [...ours.byUid.keys(), ...theirs.byUid.keys()];
  const isThere = (uid: string): boolean =>
    !base.byUid.has(uid) || kept.has(uid) || (ours.byUid.has(uid) && theirs.byUid.has(uid));
  return { uids: new Set(all.filter(isThere)), kept };
}

/** The nodes that a side changed, or that an edge which it added or changed has as an end. */
function usedIn(side: CaseIndex, base: CaseIndex): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [uid, node] of side.byUid) {
    const before = base.byUid.get(uid);
    if (before !== undefined && !haveSameFacts(before, node)) used.add(uid);
  }
  const known = new Set(base.case.edges.map(edgeText));
  for (const edge of side.case.edges) {
    if (known.has(edgeText(edge))) continue;
    used.add(edge.from);
    if (typeof edge.to === "string") used.add(edge.to);
    else for (const end of [edge.to.from, edge.to.to]) used.add(end);
  }
  return used;
}

function edgeText(edge: CaseEdge): string {
  return `${edge.from}\n${edge.kind}\n${targetKey(edge.to)}\n${comparable(edgeFacts(edge))}`;
}

/** A part of the case that was removed as a whole stays as a whole: with the touched nodes, those that hang together with them. */
function joined(touched: readonly string[], removed: ReadonlySet<string>, ours: CaseIndex): ReadonlySet<string> {
  const kept = new Set(touched);
  // Grows while it is gone through.
  for (const uid of kept) {
    for (const { to } of ours.out(uid)) if (typeof to === "string" && removed.has(to)) kept.add(to);
    for (const { from } of ours.into(uid)) if (removed.has(from)) kept.add(from);
  }
  return kept;
}
