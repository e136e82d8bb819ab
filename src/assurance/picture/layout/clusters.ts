/** A node with what stands beside it: to its left and its right by turns, below each other. */

import type { Presentation } from "../../model/case.ts";
import type { BoxSizes } from "../content/boxes.ts";
import type { CaseGraph } from "../view/graph.ts";

/** Between a node and what is beside it: room for an arrow. */
export const besideGap = 44;
const stackGap = 14;

/** How far boxes that are placed together reach. */
export interface Extent {
  /** From the middle to both ends. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** By the node: its middle from that of its slot, and its top; filled by those who make groups, and 0 of a slot's own node. */
export interface Offsets {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A node and what stands beside it. */
export function clusterOf(
  node: number,
  beside: readonly number[],
  moved: CaseGraph["moved"],
  { width, height, bodyTop, bodyHeight }: BoxSizes,
  offsets: Offsets,
): Extent {
  const half = width[node]! / 2;
  const isLeft = beside.map((one, at) => isLeftSide(moved.get(one)?.horizontalIndex, at));
  let lowest = height[node]!;
  /** How far one side reaches. */
  const place = (isLeftOnes: boolean): number => {
    let total = -stackGap;
    for (let at = 0; at < beside.length; at += 1)
      if (isLeft[at] === isLeftOnes) total += height[beside[at]!]! + stackGap;
    // Beside the middle of the node, or from its top where they are higher.
    let y = Math.max(0, (bodyTop[node]! * 2 + bodyHeight[node]! - total) / 2);
    let reach = half;
    for (let at = 0; at < beside.length; at += 1) {
      if (isLeft[at] !== isLeftOnes) continue;
      const one = beside[at]!;
      const x = half + besideGap + width[one]! / 2;
      offsets.x[one] = isLeftOnes ? -x : x;
      offsets.y[one] = y;
      reach = Math.max(reach, x + width[one]! / 2);
      y += height[one]! + stackGap;
      lowest = Math.max(lowest, y - stackGap);
    }
    return reach;
  };
  const left = place(true);
  const right = place(false);
  return { left, right, height: lowest };
}

/** By turns; what the file puts first goes to the left, what it puts last to the right. */
function isLeftSide(index: Presentation["horizontalIndex"], at: number): boolean {
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
export function stackOf(leaves: readonly number[], sizes: BoxSizes, offsets: Offsets): Extent {
  let left = trunkGap;
  let right = trunkGap;
  let y = 0;
  let height = 0;
  for (let at = 0; at < leaves.length; at += 1) {
    const node = leaves[at]!;
    const width = sizes.width[node]!;
    const x = trunkGap + width / 2;
    const isLeft = at % 2 === 0;
    offsets.x[node] = isLeft ? -x : x;
    offsets.y[node] = y;
    if (isLeft) left = Math.max(left, trunkGap + width);
    else right = Math.max(right, trunkGap + width);
    height = Math.max(height, sizes.height[node]!);
    if (isLeft && at < leaves.length - 1) continue;
    y += height + rowGap;
    height = 0;
  }
  return { left, right, height: y - rowGap };
}
