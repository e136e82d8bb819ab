/** Who stands below or beside whom, and on which rank: each node once, at its first parent, or the middle one of a row; circles are cut where they close. */

import type { View } from "./view.ts";

export interface TreePlaces {
  /** Of each drawn node its rank, from 0; -1 of others. */
  readonly rank: Int32Array;
  /** The arc by which it stands where it does; -1 of tops. */
  readonly by: Int32Array;
  /** The node beside which it stands, or itself. */
  readonly holder: Int32Array;
  /** Drawn nodes, each behind everything above it. */
  readonly order: readonly number[];
  /** 1 for each arc that is drawn. */
  readonly drawn: Uint8Array;
}

export function placesOf(view: View): TreePlaces {
  const { graph, shown, hidden } = view;
  const { arcs, into, nodes, moved } = graph;
  const drawn = new Uint8Array(arcs.length);
  for (let at = 0; at < arcs.length; at += 1) {
    const from = arcs.from[at]!;
    if (shown[from] === 1 && shown[arcs.to[at]!] === 1 && (arcs.beside[at] === 1 || hidden[from] === 0)) drawn[at] = 1;
  }
  const { order, closing } = ordered(view, drawn);
  const rank = new Int32Array(nodes.length).fill(-1);
  const by = new Int32Array(nodes.length).fill(-1);
  const holder = new Int32Array(nodes.length);
  for (let node = 0; node < nodes.length; node += 1) holder[node] = node;
  for (let place = 0; place < order.length; place += 1) {
    const node = order[place]!;
    let below = -1;
    let beside = -1;
    let lowest = -1;
    let count = 0;
    for (let row = into.start[node]!; row < into.start[node + 1]!; row += 1) {
      const at = into.items[row]!;
      if (drawn[at] === 0 || closing[at] === 1) continue;
      if (arcs.beside[at] === 1) {
        if (beside === -1) beside = at;
      } else {
        if (below === -1) below = at;
        count += 1;
        lowest = Math.max(lowest, rank[arcs.from[at]!]!);
      }
    }
    const more = moved.size === 0 ? 0 : increment(moved.get(node)?.rankIncrement);
    if (below !== -1 || beside === -1) {
      by[node] = count < 2 ? below : middleParent(below, { drawn, closing, rank, by, graph });
      rank[node] = lowest + 1 + more;
    } else {
      const near = holder[arcs.from[beside]!]!;
      by[node] = beside;
      holder[node] = near;
      rank[node] = rank[near]!;
    }
  }
  return { rank, by, holder, order, drawn };
}

/** Of parents that stand in one row below one node, the one in the middle, so that lines come from both sides; of others the first. */
function middleParent(
  first: number,
  { drawn, closing, rank, by, graph: { arcs, into } }: Pick<TreePlaces, "drawn" | "rank" | "by"> & Closed,
): number {
  const one = arcs.from[first]!;
  const node = arcs.to[first]!;
  const above = (parent: number): number => (by[parent] === -1 ? -1 : arcs.from[by[parent]!]!);
  const row: number[] = [];
  for (let at = into.start[node]!; at < into.start[node + 1]!; at += 1) {
    const arc = into.items[at]!;
    if (drawn[arc] === 0 || closing[arc] === 1 || arcs.beside[arc] === 1) continue;
    const from = arcs.from[arc]!;
    if (rank[from] === rank[one] && above(from) === above(one)) row.push(arc);
  }
  return row[(row.length - 1) >> 1] ?? first;
}

interface Closed {
  readonly closing: Uint8Array;
  readonly graph: View["graph"];
}

/** What a file may ask for without tearing the picture apart. */
function increment(asked: number | undefined): number {
  return asked === undefined || !(asked > 0) ? 0 : Math.min(50, Math.floor(asked));
}

/** Depth first without recursion: an arc that leads back to where the search is closes a circle. */
function ordered(
  { graph: { arcs, out, nodes }, shown, starts }: View,
  drawn: Uint8Array,
): { readonly order: readonly number[]; readonly closing: Uint8Array } {
  const state = new Uint8Array(nodes.length);
  const next = out.start.slice();
  const closing = new Uint8Array(arcs.length);
  const order: number[] = [];
  const search = (first: number): void => {
    if (shown[first] === 0 || state[first] !== 0) return;
    const open = [first];
    state[first] = 1;
    while (open.length > 0) {
      const node = open.at(-1)!;
      const row = next[node]!;
      if (row === out.start[node + 1]) {
        state[node] = 2;
        order.push(node);
        open.pop();
        continue;
      }
      next[node] = row + 1;
      const at = out.items[row]!;
      if (drawn[at] === 0) continue;
      const to = arcs.to[at]!;
      if (state[to] === 1) closing[at] = 1;
      else if (state[to] === 0) {
        state[to] = 1;
        open.push(to);
      }
    }
  };
  // The last first, so that the order, turned round, begins with the first.
  for (let at = starts.length - 1; at >= 0; at -= 1) search(starts[at]!);
  for (let node = nodes.length - 1; node >= 0; node -= 1) search(node);
  return { order: order.reverse(), closing };
}
