/** Where everything of a case stands: goals on ranks, contexts beside them, evidence below. */

import type { DCase } from "../../model/case.ts";
import { type Box, boxOf } from "../content/box.ts";
import type { LayoutOptions } from "../options.ts";
import { graphOf } from "../view/graph.ts";
import { placesOf, type TreePlaces } from "../view/places.ts";
import { type View, viewOf } from "../view/view.ts";
import { type Cluster, clusterOf, type Stack, stackOf } from "./clusters.ts";
import { linesOf, type PlacedLine } from "./lines.ts";
import type { PlacedNode } from "./placed.ts";
import { routerOf } from "./routes.ts";
import { tidy } from "./tidy.ts";
import { type Slot, type SlotTree, treeOf } from "./tree.ts";

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
  const boxes = graph.nodes.map((node, at) =>
    view.shown[at] === 1 ? boxOf(node, at >= graph.absent, view.hidden[at]!, options) : undefined,
  );
  const tree = treeOf(view, places, options.leaves ?? "stacked");
  return placed(view, places, boxes, tree);
}

function placed(view: View, places: TreePlaces, boxes: readonly (Box | undefined)[], tree: SlotTree): CaseLayout {
  const { slots, children } = tree;
  const clusters = slots.map((slot) => sizeOf(slot, boxes));
  const tops = rankTops(tree, clusters);
  const bottom = Float64Array.from(slots, (slot, at) => {
    if (slot.kind === "pass") return tops[slot.until]!;
    return children[at]!.length > 0 ? tops[slot.rank + 1]! : tops[slot.rank]! + clusters[at]!.height + gap;
  });
  const middles = tidy(
    {
      parent: tree.parent,
      children,
      left: Float64Array.from(clusters, ({ left }) => left),
      right: Float64Array.from(clusters, ({ right }) => right),
      bottom,
    },
    gap,
  );
  const { absent } = view.graph;
  const at: (PlacedNode | undefined)[] = new Array(boxes.length);
  const members: PlacedNode[] = [];
  let [start, end, low] = [0, 0, 0];
  if (slots.length > 0) [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < slots.length; index += 1) {
    const { left, right, height } = clusters[index]!;
    start = Math.min(start, middles[index]! - left);
    end = Math.max(end, middles[index]! + right);
    low = Math.max(low, tops[slots[index]!.rank]! + height);
  }
  const put = (node: number, middle: number, top: number): void => {
    const box = boxes[node]!;
    const one: PlacedNode = {
      uid: box.node.uid,
      node: box.node,
      box,
      left: middle - box.width / 2 - start,
      top,
      width: box.width,
      height: box.height,
      rank: places.rank[node]!,
      hidden: box.hidden,
      isAbsent: node >= absent,
    };
    at[node] = one;
    members.push(one);
  };
  const trunks = new Map<number, number>();
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index]!;
    const middle = middles[index]!;
    const top = tops[slot.rank]!;
    const cluster = clusters[index]!;
    if (slot.kind === "node") put(slot.node, middle, top);
    for (const { node, x, y } of "beside" in cluster ? cluster.beside : cluster.leaves) {
      put(node, middle + x, top + y);
      if (slot.kind === "stack") trunks.set(node, middle - start);
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

function sizeOf(slot: Slot, boxes: readonly (Box | undefined)[]): Cluster | Stack {
  switch (slot.kind) {
    case "node":
      return clusterOf(boxes[slot.node]!, slot.beside, boxes);
    case "stack":
      return stackOf(slot.leaves, boxes);
    case "pass":
      return { left: passing, right: passing, height: 0, beside: [] };
  }
}

/** Where each rank begins. Stacks reach down as far as they like: nothing stands below them. */
function rankTops({ slots }: SlotTree, clusters: readonly (Cluster | Stack)[]): readonly number[] {
  const heights: number[] = [];
  for (const [at, slot] of slots.entries()) {
    while (heights.length <= slot.rank) heights.push(0);
    if (slot.kind === "node") heights[slot.rank] = Math.max(heights[slot.rank]!, clusters[at]!.height);
  }
  const tops = [0];
  for (const [rank, height] of heights.entries()) tops.push(tops[rank]! + height + rankGap);
  return tops;
}
