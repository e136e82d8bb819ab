/** A case as numbers: which node is drawn below or beside which one. Made once a case. */

import type { CaseEdge, CaseNode, DCase } from "../../model/case.ts";

/** What an edge means for where its ends stand: `to` is drawn below `from`, or beside it. A challenge stands below what it challenges. */
export interface Arc {
  readonly edge: CaseEdge;
  /** Places in `nodes`. */
  readonly from: number;
  readonly to: number;
  readonly isBeside: boolean;
  /** Of a challenge of an edge: the node behind that edge. */
  readonly against: number | undefined;
}

export interface CaseGraph {
  readonly case: DCase;
  /** Each uid once, and behind them those that are named and not there. */
  readonly nodes: readonly CaseNode[];
  /** Where in `nodes` the ones begin that are not there. */
  readonly absent: number;
  readonly at: ReadonlyMap<string, number>;
  readonly arcs: readonly Arc[];
  /** The arcs from a node, in order, by their places in `arcs`. */
  readonly out: Rows;
  readonly into: Rows;
  /** Responsibilities: they do not say where anything stands. */
  readonly loose: readonly Arc[];
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
  const nodes: CaseNode[] = [];
  const at = new Map<string, number>();
  for (const node of whole.nodes) {
    if (at.has(node.uid)) continue;
    at.set(node.uid, nodes.length);
    nodes.push(node);
  }
  const absent = nodes.length;
  const place = (uid: string, edge: CaseEdge): number => {
    const known = at.get(uid);
    if (known !== undefined) return known;
    at.set(uid, nodes.length);
    return nodes.push({ uid, label: uid, type: edge.kind === "inContextOf" ? "context" : "goal", text: "" }) - 1;
  };
  const arcs: Arc[] = [];
  const loose: Arc[] = [];
  // The edges of a node mostly stand together.
  let [last, near] = ["", -1];
  for (const edge of whole.edges) {
    const { kind, to } = edge;
    if (near === -1 || edge.from !== last) [last, near] = [edge.from, place(edge.from, edge)];
    const against = undefined;
    if (typeof to !== "string")
      arcs.push({ edge, from: place(to.from, edge), to: near, isBeside: false, against: place(to.to, edge) });
    else if (kind === "challenges") arcs.push({ edge, from: place(to, edge), to: near, isBeside: false, against });
    else if (kind === "responsibility") loose.push({ edge, from: near, to: place(to, edge), isBeside: false, against });
    else arcs.push({ edge, from: near, to: place(to, edge), isBeside: kind === "inContextOf", against });
  }
  standBeside(arcs, loose);
  const out = rowsOf(nodes.length, arcs, "from");
  const into = rowsOf(nodes.length, arcs, "to");
  return { case: whole, nodes, absent, at, arcs, out, into, loose, starts: startsOf(nodes.length, arcs, out, into) };
}

/** Who is nothing but responsible stands beside what it is responsible for. */
function standBeside(arcs: Arc[], loose: Arc[]): void {
  if (loose.length === 0) return;
  const bound = new Set(arcs.flatMap(({ from, to }) => [from, to]));
  const kept = loose.filter(({ edge, from, to }) => {
    if (bound.has(from) || from === to) return true;
    arcs.push({ edge, from: to, to: from, isBeside: true, against: undefined });
    bound.add(from);
    return false;
  });
  loose.splice(0, loose.length, ...kept);
}

function rowsOf(count: number, arcs: readonly Arc[], end: "from" | "to"): Rows {
  const start = new Int32Array(count + 1);
  const isFrom = end === "from";
  for (const { from, to } of arcs) start[(isFrom ? from : to) + 1]! += 1;
  for (let at = 0; at < count; at += 1) start[at + 1]! += start[at]!;
  const next = start.slice();
  const items = new Int32Array(arcs.length);
  for (let index = 0; index < arcs.length; index += 1) {
    const { from, to } = arcs[index]!;
    const node = isFrom ? from : to;
    items[next[node]!] = index;
    next[node]! += 1;
  }
  return { start, items };
}

function startsOf(count: number, arcs: readonly Arc[], out: Rows, into: Rows): readonly number[] {
  const starts: number[] = [];
  const seen = new Uint8Array(count);
  const visit = (first: number): void => {
    starts.push(first);
    seen[first] = 1;
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
        const { to } = arcs[out.items[row]!]!;
        if (seen[to] === 0) {
          seen[to] = 1;
          open.push(to);
        }
      }
  };
  for (let node = 0; node < count; node += 1) if (into.start[node] === into.start[node + 1]) visit(node);
  for (let node = 0; node < count; node += 1) if (seen[node] === 0) visit(node);
  return starts;
}
