/** A case as numbers: which node is drawn below or beside which one. Made once a case. */

import type { CaseNode, DCase, Presentation } from "../../model/case.ts";
import { numbersOf } from "../../model/numbers.ts";
import { type Arc, Arcs } from "./arcs.ts";
import { type Nodes, nodesOf } from "./nodes.ts";

export interface CaseGraph extends Nodes {
  readonly case: DCase;
  readonly arcs: Arcs;
  /** The arcs from a node, in order, by their numbers. */
  readonly out: Rows;
  readonly into: Rows;
  /** Responsibilities: they do not say where anything stands. */
  readonly loose: readonly Arc[];
  /** What few nodes ask for about their place, by the node's number. */
  readonly moved: ReadonlyMap<number, Presentation>;
  /** The tops of the drawing: the roots, and one node of each part that only circles lead to. */
  readonly starts: readonly number[];
}

/** Lists of numbers, all in one. */
export interface Rows {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

const known = new WeakMap<DCase, CaseGraph>();

export function graphOf(whole: DCase): CaseGraph {
  const before = known.get(whole);
  if (before !== undefined) return before;
  const made = graph(whole);
  known.set(whole, made);
  return made;
}

function graph(whole: DCase): CaseGraph {
  const { edges } = whole;
  const numbers = numbersOf(whole);
  const found = nodesOf(whole.nodes, numbers.at);
  const arcs = new Arcs(edges.length);
  const loose: Arc[] = [];
  for (let at = 0; at < edges.length; at += 1) {
    const edge = edges[at]!;
    const { kind, to } = edge;
    const near = found.placeOf(numbers.from[at]!, edge.from, edge);
    if (typeof to !== "string")
      arcs.add(edge, found.placeOf(-1, to.from, edge), near, false, found.placeOf(-1, to.to, edge));
    else {
      const far = found.placeOf(numbers.to[at]!, to, edge);
      if (kind === "challenges") arcs.add(edge, far, near, false);
      else if (kind === "responsibility")
        loose.push({ edge, from: near, to: far, isBeside: false, against: undefined });
      else arcs.add(edge, near, far, kind === "inContextOf");
    }
  }
  standBeside(arcs, loose);
  const { nodes, absent, at } = found;
  const out = rowsOf(nodes.length, arcs.length, arcs.from);
  const into = rowsOf(nodes.length, arcs.length, arcs.to);
  const starts = startsOf(nodes.length, arcs, out, into);
  return { case: whole, nodes, absent, at, arcs, out, into, loose, moved: movedOf(nodes), starts };
}

function movedOf(nodes: readonly CaseNode[]): ReadonlyMap<number, Presentation> {
  const moved = new Map<number, Presentation>();
  for (let at = 0; at < nodes.length; at += 1) {
    const { presentation } = nodes[at]!;
    if (presentation !== undefined) moved.set(at, presentation);
  }
  return moved;
}

/** Who is nothing but responsible stands beside what it is responsible for. */
function standBeside(arcs: Arcs, loose: Arc[]): void {
  if (loose.length === 0) return;
  const bound = new Set<number>();
  for (let at = 0; at < arcs.length; at += 1) bound.add(arcs.from[at]!).add(arcs.to[at]!);
  const kept = loose.filter(({ edge, from, to }) => {
    if (bound.has(from) || from === to) return true;
    arcs.add(edge, to, from, true);
    bound.add(from);
    return false;
  });
  loose.splice(0, loose.length, ...kept);
}

/** By the node at one of their ends. */
function rowsOf(count: number, length: number, ends: Int32Array): Rows {
  const start = new Int32Array(count + 1);
  for (let at = 0; at < length; at += 1) start[ends[at]! + 1]! += 1;
  for (let at = 0; at < count; at += 1) start[at + 1]! += start[at]!;
  const next = start.slice();
  const items = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const node = ends[at]!;
    items[next[node]!] = at;
    next[node]! += 1;
  }
  return { start, items };
}

function startsOf(count: number, { to }: Arcs, out: Rows, into: Rows): readonly number[] {
  const starts: number[] = [];
  const seen = new Uint8Array(count);
  const visit = (first: number): void => {
    starts.push(first);
    seen[first] = 1;
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
        const below = to[out.items[row]!]!;
        if (seen[below] === 0) {
          seen[below] = 1;
          open.push(below);
        }
      }
  };
  for (let node = 0; node < count; node += 1) if (into.start[node] === into.start[node + 1]) visit(node);
  for (let node = 0; node < count; node += 1) if (seen[node] === 0) visit(node);
  return starts;
}
