/** Curves to where something stands by another edge: between the boxes of the ranks that they pass. */

import { bottomOf, middleOf, type Point, topOf } from "./edges.ts";
import type { PlacedNode } from "./placed.ts";

/** Half of what a curve needs between two boxes. */
const room = 9;
/** Ranks beyond which a curve does not look for its way. */
const mostRanks = 60;
/** How far a curve rises over what stands between two nodes of a rank. */
const arch = 40;

/** From one node's shape to that of another one: a point, and three more for each curve. */
export type Router = (from: PlacedNode, to: PlacedNode) => readonly Point[];

export function routerOf(nodes: Iterable<PlacedNode>, tops: readonly number[], rankGap: number): Router {
  let ranks: ReadonlyMap<number, readonly PlacedNode[]> | undefined;
  const way = (upper: PlacedNode, lower: PlacedNode): readonly Point[] => {
    const turn = Math.sign(middleOf(lower).x - middleOf(upper).x) || 1;
    const startX = middleOf(upper).x + turn * Math.min(20, upper.width / 6);
    const endX = middleOf(lower).x - turn * Math.min(20, lower.width / 6);
    const start = { x: startX, y: bottomOf(upper, startX) };
    const end = { x: endX, y: topOf(lower, endX) };
    const stops = [start];
    const passed = lower.rank - upper.rank - 1;
    if (passed > 0 && passed <= mostRanks) {
      ranks ??= byRank(nodes);
      for (let rank = upper.rank + 1; rank < lower.rank; rank += 1) {
        const [top, bottom] = [tops[rank] ?? 0, (tops[rank + 1] ?? 0) - rankGap];
        const straight = start.x + ((end.x - start.x) * (top - start.y)) / (end.y - start.y);
        const x = freeNear(straight, ranks.get(rank) ?? []);
        stops.push({ x, y: top - 8 }, { x, y: bottom + 8 });
      }
    }
    stops.push(end);
    return stops.flatMap((stop, at) => {
      const ahead = stops[at - 1];
      if (ahead === undefined) return [stop];
      const bend = (stop.y - ahead.y) / 2;
      return [{ x: ahead.x, y: ahead.y + bend }, { x: stop.x, y: stop.y - bend }, stop];
    });
  };
  return (from, to) => {
    if (topOf(to) > bottomOf(from) + 16) return way(from, to);
    if (topOf(from) > bottomOf(to) + 16) return way(to, from).toReversed();
    return over(from, to);
  };
}

/** Between nodes of one rank: over what stands there. */
function over(from: PlacedNode, to: PlacedNode): readonly Point[] {
  const turn = Math.sign(middleOf(to).x - middleOf(from).x) || 1;
  const startX = middleOf(from).x + turn * Math.min(24, from.width / 4);
  const endX = middleOf(to).x - turn * Math.min(24, to.width / 4);
  const [startY, endY] = [topOf(from, startX), topOf(to, endX)];
  const high = Math.min(startY, endY) - arch;
  return [
    { x: startX, y: startY },
    { x: startX, y: high },
    { x: endX, y: high },
    { x: endX, y: endY },
  ];
}

function byRank(nodes: Iterable<PlacedNode>): ReadonlyMap<number, readonly PlacedNode[]> {
  const ranks = new Map<number, PlacedNode[]>();
  for (const node of nodes) {
    const rank = ranks.get(node.rank);
    if (rank === undefined) ranks.set(node.rank, [node]);
    else rank.push(node);
  }
  for (const rank of ranks.values()) rank.sort((a, b) => a.left - b.left);
  return ranks;
}

/** The x nearest to one at which no box of a rank stands. */
function freeNear(x: number, boxes: readonly PlacedNode[]): number {
  let [low, high] = [0, boxes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxes[middle]!.left < x) low = middle + 1;
    else high = middle;
  }
  // Gap `at` lies ahead of box `at`.
  const free = (at: number): number | undefined => {
    const [ahead, behind] = [boxes[at - 1], boxes[at]];
    const from = ahead === undefined ? Number.NEGATIVE_INFINITY : ahead.left + ahead.width + room;
    const to = behind === undefined ? Number.POSITIVE_INFINITY : behind.left - room;
    return from > to ? undefined : Math.min(to, Math.max(from, x));
  };
  for (let step = 0; ; step += 1) {
    const [left, right] = [free(Math.max(0, low - step)), free(Math.min(boxes.length, low + step))];
    if (left === undefined && right === undefined) continue;
    if (left === undefined || right === undefined) return (left ?? right)!;
    return Math.abs(left - x) <= Math.abs(right - x) ? left : right;
  }
}
