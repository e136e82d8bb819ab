/** What is folded: a large case begins with its upper part, and every node opens one step. */

import type { CaseGraph } from "../../assurance/index.ts";

export interface Folding {
  /** The upper part that a case begins with; nothing folded; or all that can be. */
  readonly base: "start" | "none" | "all";
  /** uids that are the other way than that. */
  readonly turned: ReadonlySet<string>;
}

export interface Folds {
  /** uids of all that is folded; the same set for the same folding. */
  readonly of: (folding: Folding) => ReadonlySet<string>;
  readonly isFolded: (uid: string, folding: Folding) => boolean;
  /** Something stands below it. */
  readonly isInner: (uid: string) => boolean;
  readonly turned: (folding: Folding, uids: Iterable<string>) => Folding;
  /** The same with nothing folded from a top down to a node, so that it is seen. */
  readonly revealing: (folding: Folding, uid: string) => Folding;
  /** Everything below a node that can be folded, and the node. */
  readonly innerBelow: (uid: string) => readonly string[];
}

/** Nodes that a person sees at first. */
const firstSight = 40;

export const startFolding: Folding = { base: "start", turned: new Set() };

export function foldsOf(graph: CaseGraph): Folds {
  const { nodes, at, arcs, out, into } = graph;
  const inner = nodes.map((_, node) => below(graph, node).length > 0);
  const bases = {
    none: new Set<string>(),
    all: new Set(nodes.filter((_, node) => inner[node]).map(({ uid }) => uid)),
    start: new Set<string>(),
  } satisfies Record<Folding["base"], ReadonlySet<string>>;
  for (const node of deepNodes(graph)) if (inner[node] === true) bases.start.add(nodes[node]!.uid);
  const kept = new WeakMap<Folding, ReadonlySet<string>>();
  const isFolded = (uid: string, { base, turned }: Folding): boolean => bases[base].has(uid) !== turned.has(uid);
  const turned = (folding: Folding, uids: Iterable<string>): Folding => {
    const next = new Set(folding.turned);
    for (const uid of uids) if (!next.delete(uid)) next.add(uid);
    return { base: folding.base, turned: next };
  };
  return {
    isFolded,
    turned,
    of: (folding) => {
      const before = kept.get(folding);
      if (before !== undefined) return before;
      const made = new Set(bases[folding.base]);
      for (const uid of folding.turned) if (!made.delete(uid)) made.add(uid);
      kept.set(folding, made);
      return made;
    },
    isInner: (uid) => inner[at.get(uid) ?? -1] === true,
    revealing: (folding, uid) => {
      const open: string[] = [];
      const seen = new Set<number>();
      for (let node = at.get(uid); node !== undefined && !seen.has(node); ) {
        seen.add(node);
        if (into.start[node] === into.start[node + 1]) break;
        const arc = arcs.at(into.items[into.start[node]!]!)!;
        const above = nodes[arc.from]!.uid;
        if (!arc.isBeside && isFolded(above, folding)) open.push(above);
        node = arc.from;
      }
      return open.length === 0 ? folding : turned(folding, open);
    },
    innerBelow: (uid) => {
      const first = at.get(uid);
      if (first === undefined) return [];
      const seen = new Set([first]);
      for (const node of seen)
        for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) seen.add(arcs.to[out.items[row]!]!);
      return [...seen].filter((node) => inner[node]).map((node) => nodes[node]!.uid);
    },
  };
}

/** The nodes from which on a large case is folded at first; none of a small one. */
function deepNodes(graph: CaseGraph): readonly number[] {
  const { nodes, arcs, out, starts } = graph;
  if (nodes.length <= 3 * firstSight) return [];
  const depth = new Int32Array(nodes.length).fill(-1);
  const counts: number[] = [];
  let layer: number[] = [...starts];
  for (const node of layer) depth[node] = 0;
  for (let step = 0; layer.length > 0; step += 1) {
    const next: number[] = [];
    // The layer grows by what stands beside its nodes.
    for (const node of layer)
      for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
        const arc = out.items[row]!;
        const to = arcs.to[arc]!;
        const isBeside = arcs.beside[arc] === 1;
        if (depth[to] !== -1) continue;
        depth[to] = isBeside ? step : step + 1;
        (isBeside ? layer : next).push(to);
      }
    counts.push(layer.length);
    layer = next;
  }
  let [sum, last] = [0, 0];
  for (const [step, count] of counts.entries()) {
    sum += count;
    if (sum > firstSight && step > 0) break;
    last = step;
  }
  return nodes.map((_, node) => node).filter((node) => depth[node]! >= Math.max(1, last));
}

function below({ arcs, out }: CaseGraph, node: number): readonly number[] {
  const found: number[] = [];
  for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
    const arc = out.items[row]!;
    const to = arcs.to[arc]!;
    if (arcs.beside[arc] === 0 && to !== node) found.push(to);
  }
  return found;
}
