/** The part of a case that one page can show: some nodes with what is below them, as far as that is needed. */

import type { CaseEdge, CaseNode, DCase } from "../../model/case.ts";
import type { CaseGraph } from "../view/graph.ts";

/** Nodes that a page is tried with: more fit on none. */
const most = 220;

export interface PartCase {
  readonly case: DCase;
  /** uids of nodes with something below them, those above ahead of those below. */
  readonly parents: readonly string[];
  /** Those of them that can be shown unfolded: what is below their children is known. */
  readonly open: ReadonlySet<string>;
  /** The nodes directly below one. */
  readonly below: (uid: string) => readonly string[];
}

export function partOf(graph: CaseGraph, tops: readonly string[]): PartCase {
  const { nodes, arcs, out, at } = graph;
  const taken = new Set<number>();
  const order: number[] = [];
  const take = (node: number): void => {
    if (taken.has(node)) return;
    taken.add(node);
    order.push(node);
  };
  for (const uid of tops) take(at.get(uid) ?? 0);
  // The tops' own children are always known, however many there are.
  const sure = new Set<number>(order);
  for (const node of order.slice()) for (const arc of arcsFrom(node)) sure.add(arc.to);
  let done = 0;
  for (; done < order.length && (order.length < most || sure.has(order[done]!)); done += 1)
    for (const arc of arcsFrom(order[done]!)) take(arc.to);
  const isKnown = new Set(order.slice(0, done));
  const members = order.map((node) => nodes[node]!).filter((_, index) => order[index]! < graph.absent);
  const uids = new Set(order.map((node) => nodes[node]!.uid));
  const below = (uid: string): readonly string[] =>
    arcsFrom(at.get(uid) ?? 0)
      .filter(({ isBeside }) => !isBeside)
      .map(({ to }) => nodes[to]!.uid);
  const parents = order.map((node) => nodes[node]!.uid).filter((uid) => below(uid).length > 0);
  const open = parents.filter(
    (uid) => isKnown.has(at.get(uid) ?? 0) && below(uid).every((child) => isKnown.has(at.get(child) ?? 0)),
  );
  return {
    case: { module: graph.case.module, nodes: members, edges: within(graph.case.edges, uids, members, tops) },
    parents,
    open: new Set(open),
    below,
  };

  function arcsFrom(node: number) {
    return Array.from(out.items.subarray(out.start[node], out.start[node + 1]), (arc) => arcs.at(arc)!);
  }
}

/** The edges between the nodes, but for those that lead back up to the tops. */
function within(
  edges: readonly CaseEdge[],
  uids: ReadonlySet<string>,
  members: readonly CaseNode[],
  tops: readonly string[],
): readonly CaseEdge[] {
  const own = new Set(members.map(({ uid }) => uid));
  const above = new Set(tops);
  return edges.filter(({ kind, from, to }) => {
    if (!own.has(from)) return false;
    if (typeof to !== "string") return own.has(to.from) && own.has(to.to);
    if (kind === "challenges" && above.has(from)) return false;
    return uids.has(to) && !(above.has(to) && kind !== "challenges" && kind !== "responsibility");
  });
}
