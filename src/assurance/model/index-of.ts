/** A case with its ends found: who is above and below whom. Made once a case. */

import type { CaseEdge, CaseNode, DCase } from "./case.ts";
import { numbersOf } from "./numbers.ts";

export interface CaseIndex {
  readonly case: DCase;
  readonly byUid: ReadonlyMap<string, CaseNode>;
  /** The first node with a label. */
  readonly byLabel: ReadonlyMap<string, CaseNode>;
  /** A node's own edges, in order; also those whose other end is missing. */
  readonly out: (uid: string) => readonly CaseEdge[];
  /** Those of the node at a place in the case, which is the first with its uid. */
  readonly outAt: (place: number) => readonly CaseEdge[];
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

/** Each part is made when it is asked for first: a digest asks for less than half of them. */
function index(whole: DCase): CaseIndex {
  const { nodes, edges } = whole;
  const byUid = once(() => firstBy(nodes, ({ uid }) => uid));
  const byLabel = once(() => firstBy(nodes, ({ label }) => label));
  const out = once(() => edgesByPlace(whole));
  const into = once(() => edgesBy(edges, ({ to }) => (typeof to === "string" ? to : undefined)));
  const against = once(() => edgesBy(edges, ({ to }) => (typeof to === "string" ? undefined : pair(to.from, to.to))));
  const roots = once(() => rootsOf(whole));
  return {
    case: whole,
    get byUid() {
      return byUid();
    },
    get byLabel() {
      return byLabel();
    },
    out: (uid) => {
      const place = numbersOf(whole).at.get(uid);
      return (place === undefined ? out().strays.get(uid) : out().lists[place]) ?? none;
    },
    outAt: (place) => out().lists[place] ?? none,
    into: (uid) => into().get(uid) ?? none,
    against: (from, to) => against().get(pair(from, to)) ?? none,
    get roots() {
      return roots();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function rootsOf({ nodes, edges }: DCase): readonly CaseNode[] {
  const below = new Set<string>();
  for (const edge of edges) {
    if (edge.kind === "challenges") below.add(edge.from);
    else if (edge.kind !== "responsibility" && typeof edge.to === "string") below.add(edge.to);
  }
  return nodes.filter(({ uid }) => !below.has(uid));
}

interface EdgesByPlace {
  /** Undefined of nodes without any. */
  readonly lists: readonly (readonly CaseEdge[] | undefined)[];
  /** By uids that no node has. */
  readonly strays: EdgesBy;
}

function edgesByPlace(whole: DCase): EdgesByPlace {
  const { nodes, edges } = whole;
  const { from } = numbersOf(whole);
  const lists = new Array<readonly CaseEdge[] | undefined>(nodes.length).fill(undefined);
  const strays = new Map<string, CaseEdge[]>();
  for (let at = 0; at < edges.length; ) {
    const place = from[at]!;
    let end = at + 1;
    if (place === -1) push(strays, edges[at]!.from, edges[at]!);
    else {
      // The edges of a node mostly stand together.
      while (end < edges.length && from[end] === place) end += 1;
      const run = edges.slice(at, end);
      const before = lists[place];
      lists[place] = before === undefined ? run : [...before, ...run];
    }
    at = end;
  }
  return { lists, strays };
}

type EdgesBy = ReadonlyMap<string, readonly CaseEdge[]>;

function firstBy(nodes: readonly CaseNode[], keyOf: (node: CaseNode) => string): ReadonlyMap<string, CaseNode> {
  const found = new Map<string, CaseNode>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (!found.has(key)) found.set(key, node);
  }
  return found;
}

function edgesBy(edges: readonly CaseEdge[], keyOf: (edge: CaseEdge) => string | undefined): EdgesBy {
  const found = new Map<string, CaseEdge[]>();
  for (const edge of edges) {
    const key = keyOf(edge);
    if (key !== undefined) push(found, key, edge);
  }
  return found;
}

function push(map: Map<string, CaseEdge[]>, key: string, edge: CaseEdge): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}

function pair(from: string, to: string): string {
  return `${from}\n${to}`;
}
