/** Which nodes of a case are drawn: all, those around a focus, or those above what is folded. */

import type { ViewOptions } from "../options.ts";
import type { CaseGraph } from "./graph.ts";

export interface View {
  readonly graph: CaseGraph;
  readonly starts: readonly number[];
  /** 1 for each node that is drawn. */
  readonly shown: Uint8Array;
  /** How many nodes are hidden below a node; 0 for none. */
  readonly hidden: Int32Array;
}

export function viewOf(graph: CaseGraph, { folded, focus, depth }: ViewOptions): View {
  const count = graph.nodes.length;
  const shown = new Uint8Array(count);
  const closed = new Uint8Array(count);
  for (const uid of folded ?? []) {
    const node = graph.at.get(uid);
    if (node !== undefined) closed[node] = 1;
  }
  const middle = focus === undefined ? undefined : graph.at.get(focus);
  const path = middle === undefined ? [] : pathTo(graph, middle);
  // The focus is there to be looked into, however it was folded before.
  for (const node of path) closed[node] = 0;
  open(graph, middle === undefined ? graph.starts : [middle], depth ?? Number.POSITIVE_INFINITY, shown, closed);
  for (const node of path) {
    shown[node] = 1;
    showBeside(graph, node, shown);
  }
  return {
    graph,
    starts: middle === undefined ? graph.starts : [path[0] ?? middle],
    shown,
    hidden: hiddenBelow(graph, shown, closed),
  };
}

/** From the top down to a node, by the first way that the file names. */
function pathTo({ arcs, into }: CaseGraph, node: number): readonly number[] {
  const path = [node];
  const seen = new Set(path);
  for (let at = node; into.start[at]! < into.start[at + 1]!; ) {
    at = arcs.from[into.items[into.start[at]!]!]!;
    if (seen.has(at)) break;
    seen.add(at);
    path.push(at);
  }
  return path.reverse();
}

/** Shows what is reached from some nodes, step by step; what lies beside a node is no step away. */
function open(
  { arcs, out }: CaseGraph,
  starts: readonly number[],
  depth: number,
  shown: Uint8Array,
  closed: Uint8Array,
): void {
  let layer = [...starts];
  for (const node of layer) shown[node] = 1;
  for (let step = 0; layer.length > 0; step += 1) {
    const next: number[] = [];
    for (let at = 0; at < layer.length; at += 1) {
      const node = layer[at]!;
      if (step >= depth) closed[node] = 1;
      for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
        const arc = out.items[row]!;
        const to = arcs.to[arc]!;
        const isBeside = arcs.beside[arc] === 1;
        if (shown[to] === 1 || (closed[node] === 1 && !isBeside)) continue;
        shown[to] = 1;
        (isBeside ? layer : next).push(to);
      }
    }
    layer = next;
  }
}

/** Contexts hold for everything below: they belong to the way to the focus. */
function showBeside({ arcs, out }: CaseGraph, node: number, shown: Uint8Array): void {
  for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
    const arc = out.items[row]!;
    if (arcs.beside[arc] === 1) shown[arcs.to[arc]!] = 1;
  }
}

function hiddenBelow({ arcs, out, nodes }: CaseGraph, shown: Uint8Array, closed: Uint8Array): Int32Array {
  const hidden = new Int32Array(nodes.length);
  const seen = new Int32Array(nodes.length).fill(-1);
  for (let top = 0; top < nodes.length; top += 1) {
    if (shown[top] === 0 || closed[top] === 0) continue;
    const open = [top];
    seen[top] = top;
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (let row = out.start[node]!; row < out.start[node + 1]!; row += 1) {
        const to = arcs.to[out.items[row]!]!;
        if (shown[to] === 1 || seen[to] === top) continue;
        seen[to] = top;
        hidden[top]! += 1;
        open.push(to);
      }
  }
  return hidden;
}
