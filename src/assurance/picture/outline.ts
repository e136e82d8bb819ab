/** A case as rows of an outline: each node where it stands first, and named again where else it belongs. */

import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import type { LayoutOptions } from "./options.ts";
import { type CaseGraph, graphOf } from "./view/graph.ts";
import { type View, viewOf } from "./view/view.ts";

export interface OutlineRow {
  readonly node: CaseNode;
  readonly depth: number;
  /** How it belongs to the row above it; undefined of tops. */
  readonly edge: CaseEdge | undefined;
  /** The uid of the row that it is below; undefined of tops. */
  readonly parent: string | undefined;
  /** It stands ahead with all that is below it. */
  readonly isAgain: boolean;
  readonly isAbsent: boolean;
  /** Nodes that are folded below it. */
  readonly hidden: number;
}

/** The rows, and which nodes are shown. Contexts come ahead of support, challenges behind it. */
export function outlineOf(whole: DCase, options: LayoutOptions): readonly OutlineRow[] {
  const graph = graphOf(whole);
  const view = viewOf(graph, options);
  const rows: OutlineRow[] = [];
  const seen = new Uint8Array(graph.nodes.length);
  const walk = (top: number): void => {
    // What is still to come, the next one last: an arc's place or -1, its node, its depth and its parent.
    const open: (readonly [arc: number, node: number, depth: number, parent: number])[] = [[-1, top, 0, -1]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [arc, node, depth, parent] = next;
      rows.push({
        node: graph.nodes[node]!,
        depth,
        edge: graph.arcs.edges[arc],
        parent: graph.nodes[parent]?.uid,
        isAgain: seen[node] === 1,
        isAbsent: node >= graph.absent,
        hidden: view.hidden[node]!,
      });
      if (seen[node] === 1) continue;
      seen[node] = 1;
      const below = arcsBelow(view, node);
      for (let at = below.length - 1; at >= 0; at -= 1)
        open.push([below[at]!, graph.arcs.to[below[at]!]!, depth + 1, node]);
    }
  };
  for (const start of view.starts) if (view.shown[start] === 1) walk(start);
  for (let node = 0; node < graph.nodes.length; node += 1) if (view.shown[node] === 1 && seen[node] === 0) walk(node);
  return rows;
}

function arcsBelow({ graph, shown, hidden }: View, node: number): readonly number[] {
  const found: number[] = [];
  for (let row = graph.out.start[node]!; row < graph.out.start[node + 1]!; row += 1) {
    const arc = graph.out.items[row]!;
    const isDrawn = graph.arcs.beside[arc] === 1 || hidden[node] === 0;
    if (shown[graph.arcs.to[arc]!] === 1 && isDrawn) found.push(arc);
  }
  return found.sort((a, b) => orderOf(graph, a) - orderOf(graph, b) || a - b);
}

function orderOf({ arcs }: CaseGraph, at: number): number {
  return arcs.beside[at] === 1 ? 0 : arcs.challenges[at] === 1 ? 2 : 1;
}
