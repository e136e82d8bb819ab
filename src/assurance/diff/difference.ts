/** What differs between two cases, node by node; a node is the same where its uid is. */

import type { CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { haveSameFacts, moduleChanges, nodeChanges } from "./fields.ts";
import { matchedOf, renamed } from "./matching.ts";
import type { CaseDifference, Change, NodeDifference } from "./model.ts";
import { edgeChanges, ownEdges, placesOf } from "./places.ts";
import { suspectsOf } from "./suspects.ts";

/** Of several nodes with one uid the first counts. */
export function differenceOf(earlier: DCase, later: DCase): CaseDifference {
  const after = indexOf(later);
  const matched = matchedOf(indexOf(earlier), after);
  const before = indexOf(renamed(earlier, matched));
  const edges = edgeChanges(before, after);
  const changesOf = (old: CaseNode, now: CaseNode): readonly Change[] => [
    ...nodeChanges(old, now),
    ...(edges.of.get(now.uid) ?? []),
  ];
  const nodes = [
    ...[...after.byUid.values()].flatMap((now): readonly NodeDifference[] => {
      const old = before.byUid.get(now.uid);
      return old === undefined ? [whole("added", now, after)] : changed(old, now, changesOf(old, now));
    }),
    ...[...before.byUid.values()]
      .filter(({ uid }) => !after.byUid.has(uid))
      .map((old) => whole("removed", old, before)),
  ];
  const loose = [...edges.of].flatMap(([from, changes]) =>
    before.byUid.has(from) || after.byUid.has(from) ? [] : changes.map((change) => ({ from, change })),
  );
  const module = moduleChanges(before.case.module, later.module);
  const isSame = nodes.length + loose.length + module.length === 0;
  const told = new Set(nodes.map((each) => (each.kind === "changed" ? each.after.uid : each.node.uid)));
  return {
    nodes,
    module,
    loose,
    suspects: [...suspectsOf(before, after, touched(before, after, edges.changed))].flatMap((uid) =>
      told.has(uid) ? [] : [{ uid, label: after.byUid.get(uid)?.label ?? uid }],
    ),
    matched,
    evidenceOnly:
      nodes.length > 0 &&
      loose.length + module.length === 0 &&
      nodes.every((each) => each.kind === "changed" && each.evidenceOnly),
    isSame,
  };
}

/** The nodes of both cases whose own argument is not the same. */
function touched(before: CaseIndex, after: CaseIndex, edges: ReadonlySet<string>): ReadonlySet<string> {
  const both = [...after.byUid].filter(([uid, now]) => {
    const old = before.byUid.get(uid);
    return old !== undefined && (edges.has(uid) || !haveSameFacts(old, now));
  });
  return new Set(both.map(([uid]) => uid));
}

function whole(kind: "added" | "removed", node: CaseNode, index: CaseIndex): NodeDifference {
  const side = kind === "added" ? "after" : "before";
  return { kind, node, under: placesOf(node.uid, index), edges: ownEdges(node.uid, index, side) };
}

function changed(before: CaseNode, after: CaseNode, changes: readonly Change[]): readonly NodeDifference[] {
  if (changes.length === 0) return [];
  return [{ kind: "changed", before, after, changes, evidenceOnly: changes.every(({ kind }) => kind === "evidence") }];
}
