/** Who is above, below and beside whom in what is shown: the tree in which keys and screen readers walk. */

import { type CaseGraph, type LayoutOptions, placesOf, viewOf } from "../../assurance/index.ts";

export interface Walk {
  /** The nodes at the top, and what stands beside those, from left to right. */
  readonly tops: readonly string[];
  readonly parentOf: (uid: string) => string | undefined;
  /** What stands beside it, and then what is below it. */
  readonly childrenOf: (uid: string) => readonly string[];
  /** The first one below; else the first one beside it. */
  readonly firstBelow: (uid: string) => string | undefined;
  /** The node's row: its siblings with what stands beside each, from left to right. */
  readonly rowOf: (uid: string) => readonly string[];
  /** From 1. */
  readonly levelOf: (uid: string) => number;
  readonly isBeside: (uid: string) => boolean;
}

const none: readonly string[] = [];

/** `leftOf` tells where a node is placed. */
export function walkOf(graph: CaseGraph, options: LayoutOptions, leftOf: (uid: string) => number): Walk {
  const { nodes, at, arcs } = graph;
  const { by, order } = placesOf(viewOf(graph, options));
  const below = new Map<number, number[]>();
  const beside = new Map<number, number[]>();
  const level = new Int32Array(nodes.length);
  const tops: number[] = [];
  for (const node of order) {
    const arc = arcs.at(by[node]!);
    level[node] = arc === undefined ? 1 : level[arc.from]! + 1;
    if (arc === undefined) tops.push(node);
    else push(arc.isBeside ? beside : below, arc.from, node);
  }
  // As the file names them; `order` may have met them otherwise.
  for (const map of [below, beside]) for (const list of map.values()) list.sort((a, b) => by[a]! - by[b]!);
  const place = (uid: string): number => at.get(uid) ?? -1;
  const left = (node: number): number => leftOf(nodes[node]!.uid);
  const row = (members: readonly number[]): readonly string[] =>
    members.flatMap((node) => {
      const sides = [...(beside.get(node) ?? [])].sort((a, b) => left(a) - left(b));
      const own = left(node);
      return [...sides.filter((one) => left(one) < own), node, ...sides.filter((one) => left(one) >= own)].map(
        (one) => nodes[one]!.uid,
      );
    });
  const isBeside = (uid: string): boolean => arcs.at(by[place(uid)] ?? -1)?.isBeside === true;
  const parentOf = (uid: string): string | undefined => nodes[arcs.at(by[place(uid)] ?? -1)?.from ?? -1]?.uid;
  const uids = (list: readonly number[] | undefined): readonly string[] =>
    list === undefined ? none : list.map((node) => nodes[node]!.uid);
  return {
    tops: row(tops),
    parentOf,
    isBeside,
    levelOf: (uid) => level[place(uid)] ?? 1,
    childrenOf: (uid) => [...uids(beside.get(place(uid))), ...uids(below.get(place(uid)))],
    firstBelow: (uid) => uids(below.get(place(uid)))[0] ?? uids(beside.get(place(uid)))[0],
    rowOf: (uid) => {
      // What stands beside a node is in the row of that node.
      let holder = uid;
      for (let steps = 0; isBeside(holder) && steps < nodes.length; steps += 1) holder = parentOf(holder) ?? holder;
      const parent = parentOf(holder);
      const members = parent === undefined ? tops : (below.get(place(parent)) ?? []);
      const found = row(members);
      return found.includes(uid) ? found : row([place(holder), place(uid)]);
    },
  };
}

function push(map: Map<number, number[]>, key: number, node: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [node]);
  else list.push(node);
}
