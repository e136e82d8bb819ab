/** The tree that is laid out: a slot for each node with what stands beside it, for leaves that are stacked, and for lines that pass ranks. */

import type { Arcs } from "../view/arcs.ts";
import type { CaseGraph } from "../view/graph.ts";
import type { TreePlaces } from "../view/places.ts";
import type { View } from "../view/view.ts";

/** Leaves of one node are stacked when there are so many in a row; fewer in a case of many nodes, which would be too wide to be read. */
const stackedFrom = { few: 6, many: 3 };
const many = 120;

/** What stands in a slot. */
export const slotKind = {
  /** A node, with the nodes beside it in order. */
  node: 0,
  /** Leaves on both sides of a line, row by row. */
  stack: 1,
  /** Room for a line that goes down to a later rank. */
  pass: 2,
} as const;

/** Slots as columns: a case has tens of thousands of them. */
export interface SlotTree {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly rank: Int32Array;
  /** The node of a slot that has one; where the line of a `pass` goes, its rank. */
  readonly node: Int32Array;
  /** The nodes beside that node, or the leaves of a stack; undefined of none. */
  readonly members: readonly (readonly number[] | undefined)[];
  /** Each behind its parent; -1 of tops. */
  readonly parent: Int32Array;
  /** The outermost children of each slot, and its neighbours among those of its parent, or among the tops; -1 where there is none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

export function treeOf({ graph }: View, places: TreePlaces, leaves: "stacked" | "beside"): SlotTree {
  const { moved, arcs } = graph;
  const { rank, by, holder } = places;
  const { tops, beside, below } = families(places, arcs);
  const least =
    leaves === "beside" ? Number.POSITIVE_INFINITY : places.order.length > many ? stackedFrom.many : stackedFrom.few;
  // Each node has a slot, alone or with others, and may be led to by another one.
  const most = 2 * places.order.length;
  const kinds = new Uint8Array(most);
  const ranks = new Int32Array(most);
  const own = new Int32Array(most);
  const parents = new Int32Array(most);
  const first = new Int32Array(most);
  const last = new Int32Array(most);
  const next = new Int32Array(most);
  const previous = new Int32Array(most);
  const members: (readonly number[] | undefined)[] = [];
  let lastTop = -1;
  const put = (
    kind: number,
    node: number,
    rank: number,
    list: readonly number[] | undefined,
    parent: number,
  ): number => {
    const at = members.length;
    kinds[at] = kind;
    own[at] = node;
    ranks[at] = rank;
    parents[at] = parent;
    members.push(list);
    const before = parent === -1 ? lastTop : last[parent]!;
    first[at] = -1;
    last[at] = -1;
    next[at] = -1;
    previous[at] = before;
    if (before !== -1) next[before] = at;
    if (parent === -1) lastTop = at;
    else {
      if (before === -1) first[parent] = at;
      last[parent] = at;
    }
    return at;
  };
  // Nothing hangs from it, and it stands right below what it supports.
  const isLeaf = (node: number): boolean => {
    const arc = by[node]!;
    if (below[node] !== undefined || beside[node] !== undefined || arcs.supports[arc] === 0) return false;
    return rank[node] === rank[holder[arcs.from[arc]!]!]! + 1;
  };
  // What is still to be put, the next one last, a node or leaves of a stack; and the slots above them.
  const open: (number | readonly number[])[] = tops.toReversed();
  const above: number[] = tops.map(() => -1);
  for (let what = open.pop(); what !== undefined; what = open.pop()) {
    const parent = above.pop()!;
    const lower = parent === -1 ? 0 : ranks[parent]! + 1;
    if (typeof what !== "number") {
      put(slotKind.stack, -1, lower, what, parent);
      continue;
    }
    const at = rank[what]!;
    const isPassed = parent !== -1 && at > lower;
    const upper = isPassed ? put(slotKind.pass, at, lower, undefined, parent) : parent;
    const sides = beside[what];
    const slot = put(slotKind.node, what, at, sides === undefined ? undefined : rowOf(sides), upper);
    const list = below[what];
    if (list === undefined) continue;
    const waiting = grouped(rowOf(list), least, isLeaf);
    for (let place = waiting.length - 1; place >= 0; place -= 1) {
      open.push(waiting[place]!);
      above.push(slot);
    }
  }
  const count = members.length;
  return {
    count,
    kind: kinds.subarray(0, count),
    rank: ranks.subarray(0, count),
    node: own.subarray(0, count),
    parent: parents.subarray(0, count),
    first: first.subarray(0, count),
    last: last.subarray(0, count),
    next: next.subarray(0, count),
    previous: previous.subarray(0, count),
    members,
  };

  function rowOf(list: readonly number[]): readonly number[] {
    const row = inOrder(list, by, arcs);
    return moved.size === 0 ? row : arranged(row, moved);
  }
}

/** Leaves that stand in a row of enough of them, together. */
function grouped(
  members: readonly number[],
  least: number,
  isLeaf: (node: number) => boolean,
): readonly (number | readonly number[])[] {
  if (members.length < least) return members;
  const groups: (number | readonly number[])[] = [];
  for (let at = 0; at < members.length; ) {
    let end = at;
    while (end < members.length && isLeaf(members[end]!)) end += 1;
    const run = members.slice(at, Math.max(end, at + 1));
    groups.push(...(end - at >= least ? columns(run) : run));
    at += run.length;
  }
  return groups;
}

interface Families {
  readonly tops: readonly number[];
  /** By node; undefined of those that have none. */
  readonly beside: readonly (number[] | undefined)[];
  readonly below: readonly (number[] | undefined)[];
}

/** In the order of the arcs, which is that of the file. */
function families({ by, holder, order }: TreePlaces, arcs: Arcs): Families {
  const beside: (number[] | undefined)[] = new Array(holder.length);
  const below: (number[] | undefined)[] = new Array(holder.length);
  const add = (map: (number[] | undefined)[], key: number, node: number): void => {
    const list = map[key];
    if (list === undefined) map[key] = [node];
    else list.push(node);
  };
  for (let arc = 0; arc < arcs.length; arc += 1) {
    const node = arcs.to[arc]!;
    if (by[node] !== arc) continue;
    const near = holder[node]!;
    if (near === node) add(below, holder[arcs.from[arc]!]!, node);
    else add(beside, near, node);
  }
  return { tops: order.filter((node) => by[node] === -1 && holder[node] === node), beside, below };
}

/** As the file names them; challengers behind what they challenge, and those of the node itself at the end. */
function inOrder(members: readonly number[], by: Int32Array, arcs: Arcs): readonly number[] {
  return hasChallenge(members, by, arcs) ? sorted(members, by, arcs) : members;
}

function hasChallenge(members: readonly number[], by: Int32Array, { challenges }: Arcs): boolean {
  for (let at = 0; at < members.length; at += 1) if (challenges[by[members[at]!]!] === 1) return true;
  return false;
}

function sorted(members: readonly number[], by: Int32Array, arcs: Arcs): readonly number[] {
  const key = (node: number): number => {
    const at = by[node]!;
    if (arcs.challenges[at] === 0) return at;
    const against = arcs.against[at]!;
    return against !== -1 && by[against]! >= 0 ? by[against]! + 0.5 : arcs.length + at;
  };
  return members.toSorted((a, b) => key(a) - key(b) || by[a]! - by[b]!);
}

/** Moved along their row as gsn2x's `horizontalIndex` says. */
function arranged(members: readonly number[], moved: CaseGraph["moved"]): readonly number[] {
  if (!members.some((node) => moved.get(node)?.horizontalIndex !== undefined)) return members;
  const row = [...members];
  for (const node of members) {
    const index = moved.get(node)?.horizontalIndex;
    if (index === undefined) continue;
    const now = row.indexOf(node);
    row.splice(now, 1);
    if ("relative" in index) row.splice(Math.max(0, now + index.relative), 0, node);
    else row.splice(index.absolute === "last" ? row.length : Math.max(0, index.absolute), 0, node);
  }
  return row;
}

/** Stacks of about the same height, so that all together are somewhat wider than high. */
function columns(leaves: readonly number[]): readonly (readonly number[])[] {
  const count = Math.max(1, Math.round(Math.sqrt(leaves.length * 0.4)));
  const rows = Math.ceil(leaves.length / (2 * count));
  return Array.from({ length: Math.ceil(leaves.length / (2 * rows)) }, (_, at) =>
    leaves.slice(at * 2 * rows, (at + 1) * 2 * rows),
  );
}
