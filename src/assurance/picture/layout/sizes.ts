/** How much room each slot of the tree takes, and where the ranks begin. */

import type { BoxSizes } from "../content/boxes.ts";
import type { CaseGraph } from "../view/graph.ts";
import { clusterOf, type Offsets, stackOf } from "./clusters.ts";
import { type SlotTree, slotKind } from "./tree.ts";

/** Between two ranks: room for lines and what stands on them. */
export const rankGap = 64;
/** Between two boxes of a rank, and between what is below each other. */
export const gap = 30;
/** Half of what a line that passes a rank takes. */
const passing = 8;

export interface Sizes {
  /** From each slot's middle to its ends. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly height: Float64Array;
  /** Where each slot ends: at its children, at the rank that it leads to, or with some room below its boxes. */
  readonly bottom: Float64Array;
  /** Where each rank begins. */
  readonly tops: readonly number[];
  /** Of what stands in a slot besides its node. */
  readonly offsets: Offsets;
}

export function sizesOf(tree: SlotTree, { nodes, moved }: CaseGraph, boxes: BoxSizes): Sizes {
  const { count, kind, node, members } = tree;
  const left = new Float64Array(count).fill(passing);
  const right = new Float64Array(count).fill(passing);
  const height = new Float64Array(count);
  const offsets = { x: new Float64Array(nodes.length), y: new Float64Array(nodes.length) };
  for (let at = 0; at < count; at += 1) {
    const list = members[at];
    if (list === undefined) {
      if (kind[at] === slotKind.pass) continue;
      const half = boxes.width[node[at]!]! / 2;
      left[at] = half;
      right[at] = half;
      height[at] = boxes.height[node[at]!]!;
      continue;
    }
    const extent =
      kind[at] === slotKind.node ? clusterOf(node[at]!, list, moved, boxes, offsets) : stackOf(list, boxes, offsets);
    left[at] = extent.left;
    right[at] = extent.right;
    height[at] = extent.height;
  }
  const tops = rankTops(tree, height);
  return { left, right, height, bottom: bottoms(tree, height, tops), tops, offsets };
}

/** Stacks reach down as far as they like: nothing stands below them. */
function rankTops({ count, kind, rank }: SlotTree, height: Float64Array): readonly number[] {
  const heights: number[] = [];
  for (let at = 0; at < count; at += 1) {
    while (heights.length <= rank[at]!) heights.push(0);
    if (kind[at] === slotKind.node && height[at]! > heights[rank[at]!]!) heights[rank[at]!] = height[at]!;
  }
  const tops = [0];
  for (const [at, one] of heights.entries()) tops.push(tops[at]! + one + rankGap);
  return tops;
}

function bottoms(
  { count, kind, rank, node, first }: SlotTree,
  height: Float64Array,
  tops: readonly number[],
): Float64Array {
  const bottom = new Float64Array(count);
  for (let at = 0; at < count; at += 1)
    if (kind[at] === slotKind.pass) bottom[at] = tops[node[at]!]!;
    else bottom[at] = first[at] !== -1 ? tops[rank[at]! + 1]! : tops[rank[at]!]! + height[at]! + gap;
  return bottom;
}
