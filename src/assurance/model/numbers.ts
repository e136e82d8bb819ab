/** A case by numbers: at which node each edge begins and ends. Made once a case, where it is read. */

import type { CaseEdge, CaseNode, DCase } from "./case.ts";

export interface CaseNumbers {
  /** By uid, the place in `nodes` of the first one that has it. */
  readonly at: ReadonlyMap<string, number>;
  /** By the edge, the place in `nodes` of the node that it begins at; -1 where there is none. */
  readonly from: Int32Array;
  /** That of the node that it leads to; -1 where there is none, and of a challenge of an edge. */
  readonly to: Int32Array;
}

const known = new WeakMap<DCase, CaseNumbers>();

/** `places`: by uid, where whoever read the nodes has them, each with a uid of its own. */
export function numbersOf(whole: DCase, places?: ReadonlyMap<string, number>): CaseNumbers {
  const before = known.get(whole);
  if (before !== undefined) return before;
  const at = places ?? placesOf(whole.nodes);
  const made = { at, ...endsOf(whole.nodes, whole.edges, at) };
  known.set(whole, made);
  return made;
}

function placesOf(nodes: readonly CaseNode[]): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (let place = nodes.length - 1; place >= 0; place -= 1) at.set(nodes[place]!.uid, place);
  return at;
}

/** Edges mostly lead where the order of the file suggests: that is looked at first, since a map of tens of thousands is slow. */
function endsOf(
  nodes: readonly CaseNode[],
  edges: readonly CaseEdge[],
  at: ReadonlyMap<string, number>,
): Pick<CaseNumbers, "from" | "to"> {
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  const isUnique = at.size === nodes.length;
  const isAt = (place: number, uid: string): boolean => isUnique && nodes[place]?.uid === uid;
  let [near, last, stride] = [-1, -1, 1];
  for (let edge = 0; edge < edges.length; edge += 1) {
    const { from: begin, to: end } = edges[edge]!;
    // The edges of a node stand together.
    if (edge === 0 || edges[edge - 1]!.from !== begin) near = isAt(near + 1, begin) ? near + 1 : (at.get(begin) ?? -1);
    from[edge] = near;
    if (typeof end !== "string") {
      to[edge] = -1;
      continue;
    }
    const place = isAt(last + stride, end)
      ? last + stride
      : isAt(near + 1, end)
        ? near + 1
        : isAt(near + 2, end)
          ? near + 2
          : (at.get(end) ?? -1);
    to[edge] = place;
    if (place === -1) continue;
    stride = Math.max(1, place - last);
    last = place;
  }
  return { from, to };
}
