/** The tree that is laid out: a slot for each node with what stands beside it, for leaves that are stacked, and for lines that pass ranks. */

import type { CaseNode } from "../../model/case.ts";
import type { Arc } from "../view/graph.ts";
import type { TreePlaces } from "../view/places.ts";
import type { View } from "../view/view.ts";

/** Leaves of one node are stacked when there are so many in a row; fewer in a case of many nodes, which would be too wide to be read. */
const stackedFrom = { few: 6, many: 3 };
const many = 120;

export type Slot =
  /** A node, with the nodes beside it in order. */
  | { readonly kind: "node"; readonly node: number; readonly rank: number; readonly beside: readonly number[] }
  /** Leaves on both sides of a line, row by row. */
  | { readonly kind: "stack"; readonly leaves: readonly number[]; readonly rank: number }
  /** Room for a line that goes down to a later rank. */
  | { readonly kind: "pass"; readonly rank: number; readonly until: number };

export interface SlotTree {
  /** Each behind its parent. */
  readonly slots: readonly Slot[];
  /** -1 of tops. */
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
}

export function treeOf({ graph }: View, places: TreePlaces, leaves: "stacked" | "beside"): SlotTree {
  const { nodes, arcs } = graph;
  const { rank, by } = places;
  const { tops, beside, below } = families(places, arcs);
  const least =
    leaves === "beside" ? Number.POSITIVE_INFINITY : places.order.length > many ? stackedFrom.many : stackedFrom.few;
  const slots: Slot[] = [];
  const parents: number[] = [];
  // Most slots have no children: they share one list, so that little is made.
  const children: (readonly number[])[] = [];
  const put = (slot: Slot, parent: number): number => {
    const at = slots.length;
    slots.push(slot);
    parents.push(parent);
    children.push(none);
    if (parent !== -1) {
      const siblings = children[parent]!;
      if (siblings === none) children[parent] = [at];
      else (siblings as number[]).push(at);
    }
    return at;
  };
  const isLeaf = (node: number): boolean =>
    below[node] === undefined && beside[node] === undefined && arcs[by[node]!]?.edge.kind === "supportedBy";
  // What is still to be put, the next one last, a node or leaves of a stack; and the slots above them.
  const open: (number | readonly number[])[] = tops.toReversed();
  const above: number[] = tops.map(() => -1);
  for (let what = open.pop(); what !== undefined; what = open.pop()) {
    const parent = above.pop()!;
    const next = parent === -1 ? 0 : slots[parent]!.rank + 1;
    if (typeof what !== "number") {
      put({ kind: "stack", leaves: what, rank: next }, parent);
      continue;
    }
    const own = rank[what]!;
    const isPassed = parent !== -1 && own > next;
    const upper = isPassed ? put({ kind: "pass", rank: next, until: own }, parent) : parent;
    const sides = beside[what];
    const slot = put({ kind: "node", node: what, rank: own, beside: sides === undefined ? none : rowOf(sides) }, upper);
    const members = below[what];
    if (members === undefined) continue;
    const waiting = grouped(rowOf(members), least, (node) => rank[node] === own + 1 && isLeaf(node));
    for (let at = waiting.length - 1; at >= 0; at -= 1) {
      open.push(waiting[at]!);
      above.push(slot);
    }
  }
  return { slots, parent: Int32Array.from(parents), children };

  function rowOf(members: readonly number[]): readonly number[] {
    return arranged(inOrder(members, by, arcs), nodes);
  }
}

const none: readonly number[] = [];

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

function families({ by, holder, order }: TreePlaces, arcs: readonly Arc[]): Families {
  const tops: number[] = [];
  const beside: (number[] | undefined)[] = new Array(holder.length);
  const below: (number[] | undefined)[] = new Array(holder.length);
  const add = (map: (number[] | undefined)[], key: number, node: number): void => {
    const list = map[key];
    if (list === undefined) map[key] = [node];
    else list.push(node);
  };
  for (const node of order) {
    const near = holder[node]!;
    if (near !== node) add(beside, near, node);
    else if (by[node] === -1) tops.push(node);
    else add(below, holder[arcs[by[node]!]!.from]!, node);
  }
  return { tops, beside, below };
}

/** As the file names them; challengers behind what they challenge, and those of the node itself at the end. */
function inOrder(members: readonly number[], by: Int32Array, arcs: readonly Arc[]): readonly number[] {
  const key = (node: number): number => {
    const at = by[node]!;
    const { edge, against } = arcs[at]!;
    if (edge.kind !== "challenges") return at;
    return against !== undefined && by[against]! >= 0 ? by[against]! + 0.5 : arcs.length + at;
  };
  if (isSorted(members, key)) return members;
  return members.toSorted((a, b) => key(a) - key(b) || by[a]! - by[b]!);
}

/** Mostly they are. */
function isSorted(members: readonly number[], key: (node: number) => number): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const node of members) {
    const next = key(node);
    if (next <= last) return false;
    last = next;
  }
  return true;
}

/** Moved along their row as gsn2x's `horizontalIndex` says. */
function arranged(members: readonly number[], nodes: readonly CaseNode[]): readonly number[] {
  let isMoved = false;
  for (const node of members) if (nodes[node]?.presentation?.horizontalIndex !== undefined) isMoved = true;
  if (!isMoved) return members;
  const row = [...members];
  for (const node of members) {
    const index = nodes[node]?.presentation?.horizontalIndex;
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
