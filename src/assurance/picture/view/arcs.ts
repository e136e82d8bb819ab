/** What the edges of a case mean for where their ends stand, as columns of numbers: a case has tens of thousands of them. */

import type { CaseEdge } from "../../model/case.ts";

/** `to` is drawn below `from`, or beside it. A challenge stands below what it challenges. */
export interface Arc {
  readonly edge: CaseEdge;
  /** Places in the graph's `nodes`. */
  readonly from: number;
  readonly to: number;
  readonly isBeside: boolean;
  /** Of a challenge of an edge: the node behind that edge. */
  readonly against: number | undefined;
}

export class Arcs {
  length = 0;
  readonly edges: CaseEdge[] = [];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for each that leads to what stands beside a node. */
  readonly beside: Uint8Array;
  /** 1 for each whose edge is `supportedBy`. */
  readonly supports: Uint8Array;
  /** 1 for each challenge. */
  readonly challenges: Uint8Array;
  /** -1 of those that are no challenge of an edge. */
  readonly against: Int32Array;

  /** For so many at most. */
  constructor(most: number) {
    this.from = new Int32Array(most);
    this.to = new Int32Array(most);
    this.beside = new Uint8Array(most);
    this.supports = new Uint8Array(most);
    this.challenges = new Uint8Array(most);
    this.against = new Int32Array(most).fill(-1);
  }

  add(edge: CaseEdge, from: number, to: number, isBeside: boolean, against = -1): void {
    const at = this.length;
    this.edges.push(edge);
    this.from[at] = from;
    this.to[at] = to;
    this.beside[at] = isBeside ? 1 : 0;
    this.supports[at] = edge.kind === "supportedBy" ? 1 : 0;
    this.challenges[at] = edge.kind === "challenges" ? 1 : 0;
    this.against[at] = against;
    this.length = at + 1;
  }

  /** One of them, for whoever looks at few; undefined where there is none. */
  at(number: number): Arc | undefined {
    const edge = this.edges[number];
    if (edge === undefined) return undefined;
    const against = this.against[number]!;
    return {
      edge,
      from: this.from[number]!,
      to: this.to[number]!,
      isBeside: this.beside[number] === 1,
      against: against === -1 ? undefined : against,
    };
  }

  *[Symbol.iterator](): Generator<Arc> {
    for (let number = 0; number < this.length; number += 1) yield this.at(number)!;
  }
}
