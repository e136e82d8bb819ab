/** A case with its ends found: who is above and below whom. Made once a case. */

import type { CaseEdge, CaseNode, DCase } from "./case.ts";

export interface CaseIndex {
  readonly case: DCase;
  readonly byUid: ReadonlyMap<string, CaseNode>;
  /** The first node with a label. */
  readonly byLabel: ReadonlyMap<string, CaseNode>;
  /** A node's own edges, in order; also those whose other end is missing. */
  readonly out: (uid: string) => readonly CaseEdge[];
  /** The edges that lead to a node; without challenges of edges. */
  readonly into: (uid: string) => readonly CaseEdge[];
  /** The challenges of the edge between two nodes. */
  readonly against: (from: string, to: string) => readonly CaseEdge[];
  /** The nodes that no edge but a responsibility leads to, and that challenge nothing, in the order of the file. */
  readonly roots: readonly CaseNode[];
}

const known = new WeakMap<DCase, CaseIndex>();
const none: readonly CaseEdge[] = [];

export function indexOf(whole: DCase): CaseIndex {
  const before = known.get(whole);
  if (before !== undefined) return before;
  const made = index(whole);
  known.set(whole, made);
  return made;
}

function index(whole: DCase): CaseIndex {
  const byUid = new Map<string, CaseNode>();
  const byLabel = new Map<string, CaseNode>();
  for (const node of whole.nodes) {
    if (!byUid.has(node.uid)) byUid.set(node.uid, node);
    if (!byLabel.has(node.label)) byLabel.set(node.label, node);
  }
  const out = new Map<string, CaseEdge[]>();
  const into = new Map<string, CaseEdge[]>();
  const against = new Map<string, CaseEdge[]>();
  const below = new Set<string>();
  for (const edge of whole.edges) {
    push(out, edge.from, edge);
    if (typeof edge.to === "string") push(into, edge.to, edge);
    else push(against, pair(edge.to.from, edge.to.to), edge);
    if (edge.kind === "challenges") below.add(edge.from);
    else if (edge.kind !== "responsibility" && typeof edge.to === "string") below.add(edge.to);
  }
  return {
    case: whole,
    byUid,
    byLabel,
    out: (uid) => out.get(uid) ?? none,
    into: (uid) => into.get(uid) ?? none,
    against: (from, to) => against.get(pair(from, to)) ?? none,
    roots: whole.nodes.filter(({ uid }) => !below.has(uid)),
  };
}

function push(map: Map<string, CaseEdge[]>, key: string, edge: CaseEdge): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}

function pair(from: string, to: string): string {
  return `${from}\n${to}`;
}
