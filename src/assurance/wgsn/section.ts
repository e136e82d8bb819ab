/** One revision's nodes and edges; what did not change since the revision before is the same object. */

import type { CaseEdge, CaseNode } from "../model/case.ts";
import type { Trouble } from "../model/reading.ts";
import { type Described, describe, nodeOf } from "./described.ts";
import { edgeOf } from "./link-tags.ts";
import { spanOf } from "./node-line.ts";
import { labelled } from "./numbers.ts";
import type { Row, Words } from "./rows.ts";
import { isBeside, type Sort } from "./sorts.ts";
import { uidTwice } from "./troubles.ts";
import { madeUid } from "./uids.ts";

interface Known {
  readonly sort: Sort;
  readonly words: Words;
  readonly described: Described;
  readonly isBare: boolean;
  readonly node: CaseNode;
  /** The one that joins it with the node above it in the text. */
  readonly edge: CaseEdge | undefined;
}

/** What was read of each node in the revision before, by its uid in the text. */
export type Memory = ReadonlyMap<string, Known>;

export interface Section {
  /** One a row. */
  readonly nodes: readonly CaseNode[];
  /** Each node's together: those of the tree ahead of those that tags name. */
  readonly edges: readonly CaseEdge[];
  readonly memory: Memory;
}

/** `isFollowed`: the memory of this revision is needed for the next. */
export function sectionOf(rows: readonly Row[], before: Memory, isFollowed: boolean, warnings: Trouble[]): Section {
  // One look for each node; in the first revision, and in most files, there is nothing to look for.
  const known = before.size === 0 ? [] : rows.map(({ key }) => before.get(key));
  const described = rows.map((row, place) => descriptionOf(row, known[place]));
  const uids = uidsOf(rows, described, warnings);
  const labels = labelled(
    rows,
    rows.map(({ line }, place) => described[place]?.fields.label ?? line.label),
  );
  const tree = rows.map(({ line, above }, place) => {
    if (above < 0 || described[place]?.isApart) return undefined;
    return treeEdge(line.sort, uids[above] ?? "", uids[place] ?? "", known[place]?.edge);
  });
  const below = edgesByNode(rows, uids, tree, described);
  const memory = new Map<string, Known>();
  const edges: CaseEdge[] = [];
  const nodes = rows.map(({ key, line: { sort }, words }, place): CaseNode => {
    const { [place]: own = describe(sort, "", "") } = described;
    const isBare = !below[place]?.some(isSupport);
    for (const edge of below[place] ?? []) edges.push(edge);
    const label = labels[place] ?? "";
    const old = known[place];
    const uid = uids[place] ?? key;
    const isLike = old?.described === own && old.isBare === isBare;
    const isSame = isLike && old.node.label === label && old.node.uid === uid;
    const node = isSame ? old.node : nodeOf(own, sort.kind, { uid, label, isBare });
    if (isFollowed) memory.set(key, { sort, words, described: own, isBare, node, edge: tree[place] });
    return node;
  });
  return { nodes, edges, memory };
}

function descriptionOf({ line: { sort }, words }: Row, known: Known | undefined): Described {
  const isSame = known?.sort === sort && known.words.body === words.body && known.words.rest === words.rest;
  return isSame ? known.described : describe(sort, words.body, words.rest);
}

/** The uids that tags name, but for those that another node has already. */
function uidsOf(rows: readonly Row[], described: readonly Described[], warnings: Trouble[]): readonly string[] {
  const keys = rows.map(({ key }) => key);
  if (described.every(({ fields }) => fields.uid === undefined)) return keys;
  const taken = new Set(keys.filter((_, place) => described[place]?.fields.uid === undefined));
  return rows.map(({ key, line }, place) => {
    const wanted = described[place]?.fields.uid;
    if (wanted === undefined) return key;
    const isFree = !taken.has(wanted);
    const uid = isFree ? wanted : taken.has(key) ? madeUid(key, taken) : key;
    if (!isFree) warnings.push(uidTwice(wanted, uid, spanOf(line)));
    taken.add(uid);
    return uid;
  });
}

function isSupport({ kind }: CaseEdge): boolean {
  return kind === "supportedBy";
}

function treeEdge({ type }: Sort, from: string, to: string, known: CaseEdge | undefined): CaseEdge {
  const kind = isBeside(type) ? "inContextOf" : "supportedBy";
  return known?.kind === kind && known.from === from && known.to === to ? known : { kind, from, to };
}

function edgesByNode(
  rows: readonly Row[],
  uids: readonly string[],
  tree: readonly (CaseEdge | undefined)[],
  described: readonly Described[],
): readonly (readonly CaseEdge[] | undefined)[] {
  const below = rows.map((): CaseEdge[] | undefined => undefined);
  const add = (place: number, edge: CaseEdge): void => {
    const list = below[place];
    if (list === undefined) below[place] = [edge];
    else list.push(edge);
  };
  for (const [place, { above }] of rows.entries()) {
    const edge = tree[place];
    if (edge !== undefined) add(above, edge);
  }
  if (described.every(({ links }) => links.length === 0)) return below;
  const inText = new Map(rows.map(({ key }, place) => [key, uids[place] ?? key]));
  for (const [place, { links }] of described.entries())
    for (const link of links) add(place, edgeOf(link, uids[place] ?? "", inText));
  return below;
}
