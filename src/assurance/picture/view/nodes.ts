/** The nodes that are drawn of a case: each uid once, and what is named and not there. */

import type { CaseEdge, CaseNode } from "../../model/case.ts";

export interface Nodes {
  /** Each uid once, and behind them those that are named and not there. */
  readonly nodes: readonly CaseNode[];
  /** Where in `nodes` the ones begin that are not there. */
  readonly absent: number;
  readonly at: ReadonlyMap<string, number>;
}

export interface FoundNodes extends Nodes {
  /** The number of an edge's end, whose place in the case is `place`, or -1; of one that is not there, which is drawn all the same. */
  readonly placeOf: (place: number, uid: string, edge: CaseEdge) => number;
}

/** `at`: the place of each uid in the case's nodes. */
export function nodesOf(all: readonly CaseNode[], at: ReadonlyMap<string, number>): FoundNodes {
  return at.size === all.length ? new DrawnNodes(all, at) : new DrawnNodes(...withoutTwins(all));
}

function withoutTwins(all: readonly CaseNode[]): [CaseNode[], Map<string, number>, Int32Array] {
  const nodes: CaseNode[] = [];
  const at = new Map<string, number>();
  const places = new Int32Array(all.length);
  for (let place = 0; place < all.length; place += 1) {
    const node = all[place]!;
    const known = at.get(node.uid);
    places[place] = known ?? nodes.length;
    if (known !== undefined) continue;
    at.set(node.uid, nodes.length);
    nodes.push(node);
  }
  return [nodes, at, places];
}

/** The lists of the case itself, until something is added to them. */
class DrawnNodes implements FoundNodes {
  nodes: readonly CaseNode[];
  at: ReadonlyMap<string, number>;
  readonly absent: number;
  /** By the place in the case; undefined where that is the number. */
  readonly #places: Int32Array | undefined;
  #added: { readonly nodes: CaseNode[]; readonly at: Map<string, number> } | undefined;

  constructor(nodes: readonly CaseNode[], at: ReadonlyMap<string, number>, places?: Int32Array) {
    this.nodes = nodes;
    this.at = at;
    this.absent = nodes.length;
    this.#places = places;
  }

  placeOf(place: number, uid: string, { kind }: CaseEdge): number {
    if (place !== -1) return this.#places === undefined ? place : this.#places[place]!;
    const known = this.at.get(uid);
    if (known !== undefined) return known;
    this.#added ??= { nodes: [...this.nodes], at: new Map(this.at) };
    const { nodes, at } = this.#added;
    this.nodes = nodes;
    this.at = at;
    at.set(uid, nodes.length);
    return nodes.push({ uid, label: uid, type: kind === "inContextOf" ? "context" : "goal", text: "" }) - 1;
  }
}
