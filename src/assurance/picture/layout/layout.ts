/** Where everything of a case stands: goals on ranks, contexts beside them, evidence below. */

import type { DCase } from "../../model/case.ts";
import { type Boxes, boxesOf } from "../content/boxes.ts";
import type { LayoutOptions } from "../options.ts";
import { graphOf } from "../view/graph.ts";
import { placesOf, type TreePlaces } from "../view/places.ts";
import { type View, viewOf } from "../view/view.ts";
import { linesOf, type PlacedLine } from "./lines.ts";
import { type PlacedNode, Spot, type Spots } from "./placed.ts";
import { routerOf } from "./routes.ts";
import { gap, rankGap, type Sizes, sizesOf } from "./sizes.ts";
import { tidy } from "./tidy.ts";
import { type SlotTree, slotKind, treeOf } from "./tree.ts";

/** Each list is made when it is asked for first, as is the map. */
export interface CaseLayout {
  /** Those above ahead of those below. */
  readonly nodes: readonly PlacedNode[];
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
  return new Layout(view, places, boxes, tree, sizesOf(tree, graph, boxes));
}

class Layout implements CaseLayout {
  readonly width: number;
  readonly height: number;
  readonly #view: View;
  readonly #places: TreePlaces;
  readonly #tops: readonly number[];
  readonly #spots: Spots;
  /** The nodes that are drawn, those above ahead of those below. */
  readonly #order: Int32Array;
  readonly #trunks: () => Float64Array;
  #nodes: readonly PlacedNode[] | undefined;
  #lines: readonly PlacedLine[] | undefined;
  #byUid: ReadonlyMap<string, PlacedNode> | undefined;

  constructor(view: View, places: TreePlaces, boxes: Boxes, tree: SlotTree, sizes: Sizes) {
    const { graph, hidden } = view;
    const { kind, node, rank, members, count } = tree;
    const { left, right, height, bottom, tops, offsets } = sizes;
    const middles = tidy({ ...tree, left, right, bottom }, gap);
    let start = count === 0 ? 0 : Number.POSITIVE_INFINITY;
    let end = count === 0 ? 0 : Number.NEGATIVE_INFINITY;
    let low = 0;
    for (let slot = 0; slot < count; slot += 1) {
      start = Math.min(start, middles[slot]! - left[slot]!);
      end = Math.max(end, middles[slot]! + right[slot]!);
      low = Math.max(low, tops[rank[slot]!]! + height[slot]!);
    }
    const all = graph.nodes.length;
    const spots = { graph, boxes, hidden, rank: places.rank, left: new Float64Array(all), top: new Float64Array(all) };
    const order = new Int32Array(all);
    let drawn = 0;
    const put = (number: number, middle: number, top: number): void => {
      spots.left[number] = middle + offsets.x[number]! - boxes.width[number]! / 2 - start;
      spots.top[number] = top + offsets.y[number]!;
      order[drawn] = number;
      drawn += 1;
    };
    for (let slot = 0; slot < count; slot += 1) {
      const middle = middles[slot]!;
      const top = tops[rank[slot]!]!;
      const list = members[slot];
      if (kind[slot] === slotKind.node) put(node[slot]!, middle, top);
      if (list === undefined) continue;
      const isStack = kind[slot] === slotKind.stack;
      // What stands beside a node: from the left to the right.
      for (let at = 0; at < list.length; at += 1) if (isStack || offsets.x[list[at]!]! < 0) put(list[at]!, middle, top);
      for (let at = 0; at < list.length; at += 1)
        if (!isStack && offsets.x[list[at]!]! >= 0) put(list[at]!, middle, top);
    }
    this.width = end - start;
    this.height = low;
    this.#view = view;
    this.#places = places;
    this.#tops = tops;
    this.#spots = spots;
    this.#order = order.subarray(0, drawn);
    this.#trunks = () => trunksOf(tree, all, (slot) => middles[slot]! - start);
  }

  get nodes(): readonly PlacedNode[] {
    this.#nodes ??= Array.from(this.#order, (number) => new Spot(this.#spots, number));
    return this.#nodes;
  }

  get lines(): readonly PlacedLine[] {
    this.#lines ??= this.#linesNow();
    return this.#lines;
  }

  get byUid(): ReadonlyMap<string, PlacedNode> {
    this.#byUid ??= new Map(this.nodes.map((one) => [one.uid, one]));
    return this.#byUid;
  }

  #linesNow(): readonly PlacedLine[] {
    const trunks = this.#trunks();
    const at: (PlacedNode | undefined)[] = new Array(trunks.length);
    for (const [place, number] of this.#order.entries()) at[number] = this.nodes[place];
    const tops = this.#tops;
    return linesOf({
      view: this.#view,
      places: this.#places,
      at,
      tops,
      trunks,
      route: routerOf(this.nodes, tops, rankGap),
    });
  }
}

/** By the node: the line that a stacked leaf stands at; NaN of others. */
function trunksOf({ count, kind, members }: SlotTree, nodes: number, middleOf: (slot: number) => number): Float64Array {
  const trunks = new Float64Array(nodes).fill(Number.NaN);
  for (let slot = 0; slot < count; slot += 1)
    if (kind[slot] === slotKind.stack) for (const leaf of members[slot] ?? []) trunks[leaf] = middleOf(slot);
  return trunks;
}
