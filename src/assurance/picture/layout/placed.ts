/** A node of a case in its place. */

import type { CaseNode } from "../../model/case.ts";
import type { Box } from "../content/box.ts";
import type { Boxes } from "../content/boxes.ts";
import { type Shape, shapeOf } from "../content/shapes.ts";
import type { CaseGraph } from "../view/graph.ts";

export interface PlacedNode {
  readonly uid: string;
  readonly node: CaseNode;
  /** Made when it is asked for first: of a large case few boxes are drawn. */
  readonly box: Box;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The shape alone, which has the box's width: its top from that of the box. */
  readonly bodyTop: number;
  readonly bodyHeight: number;
  readonly shape: Shape;
  readonly rank: number;
  /** Nodes that are hidden below it; 0 for none. */
  readonly hidden: number;
  /** It is named, and not in the case. */
  readonly isAbsent: boolean;
}

/** Where all nodes stand, by their numbers. */
export interface Spots {
  readonly graph: CaseGraph;
  readonly boxes: Boxes;
  readonly left: Float64Array;
  readonly top: Float64Array;
  readonly rank: Int32Array;
  readonly hidden: Int32Array;
}

/** One of tens of thousands: everything that can be told from its number is. */
export class Spot implements PlacedNode {
  readonly number: number;
  readonly #spots: Spots;

  constructor(spots: Spots, number: number) {
    this.#spots = spots;
    this.number = number;
  }

  get uid(): string {
    return this.node.uid;
  }

  get node(): CaseNode {
    return this.#spots.graph.nodes[this.number]!;
  }

  get box(): Box {
    return this.#spots.boxes.boxAt(this.number);
  }

  get left(): number {
    return this.#spots.left[this.number]!;
  }

  get top(): number {
    return this.#spots.top[this.number]!;
  }

  get width(): number {
    return this.#spots.boxes.width[this.number]!;
  }

  get height(): number {
    return this.#spots.boxes.height[this.number]!;
  }

  get bodyTop(): number {
    return this.#spots.boxes.bodyTop[this.number]!;
  }

  get bodyHeight(): number {
    return this.#spots.boxes.bodyHeight[this.number]!;
  }

  get shape(): Shape {
    return shapeOf(this.node, this.isAbsent);
  }

  get rank(): number {
    return this.#spots.rank[this.number]!;
  }

  get hidden(): number {
    return this.#spots.hidden[this.number]!;
  }

  get isAbsent(): boolean {
    return this.number >= this.#spots.graph.absent;
  }
}
