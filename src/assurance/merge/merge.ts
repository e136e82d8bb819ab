/** What two people made of one case, as one case; where the two do not go together, ours stays and a conflict tells. */

import { comparable } from "../digest/jcs.ts";
import type { DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { mergeOrders } from "../sequence/orders.ts";
import { mergeEdges } from "./edges.ts";
import { freeOfLabels } from "./labels.ts";
import type { Merge, Three } from "./model.ts";
import { mergeModules, mergeNode, type Told } from "./nodes.ts";
import { survivorsOf } from "./removals.ts";

/** A node is the same where its uid is; of several nodes with one uid the first counts. */
export function mergeCases({ base, ours, theirs }: Three<DCase>): Merge {
  if (isEqual(base, theirs) || isEqual(ours, theirs)) return { case: ours, conflicts: [], notes: [] };
  if (isEqual(base, ours)) return { case: theirs, conflicts: [], notes: [] };
  const told: Told = { conflicts: [], notes: [] };
  const asTheyAre = { base: indexOf(base), ours: indexOf(ours), theirs: indexOf(theirs) };
  const survivors = survivorsOf(asTheyAre, told.conflicts);
  const three = { ...asTheyAre, theirs: freeOfLabels(asTheyAre, survivors.uids, told.notes) };
  const uids = mergeOrders(
    [...three.base.byUid.keys()],
    [...three.ours.byUid.keys()],
    [...three.theirs.byUid.keys()],
    (uid) => survivors.uids.has(uid),
  );
  const merged: DCase = {
    module: mergeModules(three, told),
    nodes: uids.keys.flatMap((uid) => mergeNode(uid, three, told) ?? []),
    edges: mergeEdges(three, survivors, told.conflicts),
  };
  return { case: merged, conflicts: told.conflicts, notes: told.notes };
}

/** In every part, how it is drawn and its order included. */
function isEqual(one: DCase, other: DCase): boolean {
  if (one === other) return true;
  const isSame = (part: object, there: object | undefined): boolean =>
    // The model's parts are JSON, though interfaces have no index signature that would say so.
    part === there || comparable(part as unknown as Json) === comparable(there as unknown as Json | undefined);
  return (
    one.nodes.length === other.nodes.length &&
    one.edges.length === other.edges.length &&
    isSame(one.module, other.module) &&
    one.nodes.every((node, at) => isSame(node, other.nodes[at])) &&
    one.edges.every((edge, at) => isSame(edge, other.edges[at]))
  );
}
