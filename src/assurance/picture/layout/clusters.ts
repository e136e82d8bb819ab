/** A node with what stands beside it: to its left and its right by turns, below each other. */

import type { Box } from "../content/box.ts";

/** Between a node and what is beside it: room for an arrow. */
export const besideGap = 44;
const stackGap = 14;

/** Boxes that are placed together. */
export interface Group {
  /** From the middle to both ends. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Of each box its middle from that of the group, and its top. */
  readonly members: readonly { readonly node: number; readonly x: number; readonly y: number }[];
}

/** A node and what stands beside it; the node itself is no member. */
export function clusterOf(box: Box, nodes: readonly number[], boxes: readonly (Box | undefined)[]): Group {
  const half = box.width / 2;
  const beside: { node: number; x: number; y: number }[] = [];
  let height = box.height;
  /** How far one side reaches. */
  const place = (isLeftSide: boolean): number => {
    let total = -stackGap;
    for (let at = 0; at < nodes.length; at += 1)
      if (isLeft(at, nodes, boxes) === isLeftSide) total += (boxes[nodes[at]!]?.height ?? 0) + stackGap;
    // Beside the middle of the node, or from its top where they are higher.
    let y = Math.max(0, (box.body.top * 2 + box.body.height - total) / 2);
    let reach = half;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at]!;
      const one = boxes[node];
      if (one === undefined || isLeft(at, nodes, boxes) !== isLeftSide) continue;
      const x = half + besideGap + one.width / 2;
      beside.push({ node, x: isLeftSide ? -x : x, y });
      reach = Math.max(reach, x + one.width / 2);
      y += one.height + stackGap;
      height = Math.max(height, y - stackGap);
    }
    return reach;
  };
  const left = place(true);
  const right = place(false);
  return { left, right, height, members: beside };
}

/** By turns; what the file puts first goes to the left, what it puts last to the right. */
function isLeft(at: number, nodes: readonly number[], boxes: readonly (Box | undefined)[]): boolean {
  const index = boxes[nodes[at]!]?.node.presentation?.horizontalIndex;
  if (index !== undefined && "absolute" in index) {
    if (index.absolute === 0) return true;
    if (index.absolute === "last") return false;
  }
  return at % 2 === 0;
}

/** Between the line and the leaves. */
const trunkGap = 26;
const rowGap = 16;

/** Leaves on both sides of a line. */
export function stackOf(leaves: readonly number[], boxes: readonly (Box | undefined)[]): Group {
  const placed: { node: number; x: number; y: number }[] = [];
  let left = trunkGap;
  let right = trunkGap;
  let y = 0;
  let height = 0;
  for (let at = 0; at < leaves.length; at += 1) {
    const node = leaves[at]!;
    const box = boxes[node]!;
    const x = trunkGap + box.width / 2;
    const isLeft = at % 2 === 0;
    placed.push({ node, x: isLeft ? -x : x, y });
    if (isLeft) left = Math.max(left, trunkGap + box.width);
    else right = Math.max(right, trunkGap + box.width);
    height = Math.max(height, box.height);
    if (isLeft && at < leaves.length - 1) continue;
    y += height + rowGap;
    height = 0;
  }
  return { left, right, height: y - rowGap, members: placed };
}
