/** Where everything of a case stands: goals on ranks, contexts beside them, evidence below. */

import type { DCase } from "../../model/case.ts";
import { type Box, boxMaker } from "../content/box.ts";
import type { LayoutOptions } from "../options.ts";
import { type CaseGraph, graphOf } from "../view/graph.ts";
import { placesOf, type TreePlaces } from "../view/places.ts";
import { type View, viewOf } from "../view/view.ts";
import { clusterOf, type Group, stackOf } from "./clusters.ts";
import { linesOf, type PlacedLine } from "./lines.ts";
import type { PlacedNode } from "./placed.ts";
import { routerOf } from "./routes.ts";
import { tidy } from "./tidy.ts";
import { type SlotTree, treeOf } from "./tree.ts";

/** Between two ranks: room for lines and what stands on them. */
const rankGap = 64;
/** Between two boxes of a rank, and between what is below each other. */
const gap = 30;
/** Half of what a line that passes a rank takes. */
const passing = 8;

export interface CaseLayout {
  /** Those above ahead of those below. */
  readonly nodes: readonly PlacedNode[];
  /** Made when they are asked for first, as is the map. */
  readonly lines: readonly PlacedLine[];
  readonly byUid: ReadonlyMap<string, PlacedNode>;
  /** Everything lies between 0 and these. */
  readonly width: number;
  readonly height: number;
}

/** Lays a case out; linear in its nodes and edges, and the same every time. */
export function layoutOf(whole: DCase, options: LayoutOptions = {}): CaseLayout {
  const graph = graphOf(whole);
  const view = viewOf(graph, options);
  const places = placesOf(view);
  const boxes = boxesOf(view, options);
  const tree = treeOf(view, places, options.leaves ?? "stacked");
  return placed(view, places, boxes, tree);
}

/** The boxes of each case as they were drawn last. */
const known = new WeakMap<CaseGraph, (Box | undefined)[]>();

/** By node; undefined of those that are not drawn. */
function boxesOf({ graph, shown, hidden }: View, options: LayoutOptions): readonly (Box | undefined)[] {
  const { nodes, absent } = graph;
  const last = known.get(graph) ?? new Array<Box | undefined>(nodes.length).fill(undefined);
  known.set(graph, last);
  const boxOf = boxMaker(options);
  const boxes: (Box | undefined)[] = new Array(nodes.length).fill(undefined);
  for (let at = 0; at < nodes.length; at += 1) {
    if (shown[at] === 0) continue;
    const box = boxOf(nodes[at]!, at >= absent, hidden[at]!, last[at]);
    last[at] = box;
    boxes[at] = box;
  }
  return boxes;
}

function placed(view: View, places: TreePlaces, boxes: readonly (Box | undefined)[], tree: SlotTree): CaseLayout {
  const { slots } = tree;
  const sizes = sizesOf(tree, boxes);
  const { left, right, height, groups } = sizes;
  const tops = rankTops(tree, height);
  const middles = tidy({ ...tree, left, right, bottom: bottoms(tree, height, tops) }, gap);
  let [start, end, low] = slots.length === 0 ? [0, 0, 0] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let index = 0; index < slots.length; index += 1) {
    start = Math.min(start, middles[index]! - left[index]!);
    end = Math.max(end, middles[index]! + right[index]!);
    low = Math.max(low, tops[slots[index]!.rank]! + height[index]!);
  }
  const { absent } = view.graph;
  const at: (PlacedNode | undefined)[] = new Array(boxes.length);
  const members: PlacedNode[] = [];
  const put = (number: number, middle: number, top: number): void => {
    const box = boxes[number]!;
    const { node, width, hidden } = box;
    const one: PlacedNode = {
      uid: node.uid,
      node,
      box,
      left: middle - width / 2 - start,
      top,
      width,
      height: box.height,
      rank: places.rank[number]!,
      hidden,
      isAbsent: number >= absent,
    };
    at[number] = one;
    members.push(one);
  };
  const trunks = new Float64Array(boxes.length).fill(Number.NaN);
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index]!;
    const middle = middles[index]!;
    const top = tops[slot.rank]!;
    if (slot.kind === "node") put(slot.node, middle, top);
    for (const { node, x, y } of groups[index] ?? none) {
      put(node, middle + x, top + y);
      if (slot.kind === "stack") trunks[node] = middle - start;
    }
  }
  let lines: readonly PlacedLine[] | undefined;
  let byUid: ReadonlyMap<string, PlacedNode> | undefined;
  return {
    nodes: members,
    get lines() {
      lines ??= linesOf({ view, places, at, tops, trunks, route: routerOf(members, tops, rankGap) });
      return lines;
    },
    get byUid() {
      byUid ??= new Map(members.map((one) => [one.uid, one]));
      return byUid;
    },
    width: end - start,
    height: low,
  };
}

const none: readonly never[] = [];

interface Sizes {
  /** From each slot's middle to its ends. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly height: Float64Array;
  /** What stands in a slot besides its node. */
  readonly groups: readonly (Group["members"] | undefined)[];
}

function sizesOf({ slots }: SlotTree, boxes: readonly (Box | undefined)[]): Sizes {
  const left = new Float64Array(slots.length).fill(passing);
  const right = new Float64Array(slots.length).fill(passing);
  const height = new Float64Array(slots.length);
  const groups: (Group["members"] | undefined)[] = new Array(slots.length);
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!;
    if (slot.kind === "pass") continue;
    if (slot.kind === "node" && slot.beside.length === 0) {
      const box = boxes[slot.node]!;
      left[at] = box.width / 2;
      right[at] = box.width / 2;
      height[at] = box.height;
      continue;
    }
    const group = slot.kind === "node" ? clusterOf(boxes[slot.node]!, slot.beside, boxes) : stackOf(slot.leaves, boxes);
    left[at] = group.left;
    right[at] = group.right;
    height[at] = group.height;
    groups[at] = group.members;
  }
  return { left, right, height, groups };
}

/** Where each rank begins. Stacks reach down as far as they like: nothing stands below them. */
function rankTops({ slots }: SlotTree, height: Float64Array): readonly number[] {
  const heights: number[] = [];
  for (let at = 0; at < slots.length; at += 1) {
    const { kind, rank } = slots[at]!;
    while (heights.length <= rank) heights.push(0);
    if (kind === "node" && height[at]! > heights[rank]!) heights[rank] = height[at]!;
  }
  const tops = [0];
  for (const [rank, one] of heights.entries()) tops.push(tops[rank]! + one + rankGap);
  return tops;
}

/** Where each slot ends: at its children, at the rank that it leads to, or with some room below its boxes. */
function bottoms({ slots, children }: SlotTree, height: Float64Array, tops: readonly number[]): Float64Array {
  const bottom = new Float64Array(slots.length);
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!;
    if (slot.kind === "pass") bottom[at] = tops[slot.until]!;
    else bottom[at] = children[at]!.length > 0 ? tops[slot.rank + 1]! : tops[slot.rank]! + height[at]! + gap;
  }
  return bottom;
}
