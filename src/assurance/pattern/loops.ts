/** The repetitions of a pattern, and which of its nodes there are once for each value. */

import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { namesIn } from "./placeholders.ts";

/** An edge that is repeated over a list. */
export interface Loop {
  readonly edge: CaseEdge;
  /** Where the list is found. */
  readonly each: string;
  /** The name that each of its values has below. */
  readonly as: string;
  /** The uids of the nodes that are copied for each value. */
  readonly nodes: ReadonlySet<string>;
  /** The place of the first of them in the file. */
  readonly place: number;
}

export function loopsIn(pattern: DCase): ReadonlyMap<CaseEdge, Loop> {
  const index = indexOf(pattern);
  const places = new Map(pattern.nodes.map(({ uid }, place) => [uid, place]));
  const loops = new Map<CaseEdge, Loop>();
  for (const edge of pattern.edges) {
    const { each, as = each } = edge.repeats ?? {};
    if (each === undefined || as === undefined || typeof edge.to !== "string" || !index.byUid.has(edge.to)) continue;
    const below = reached([edge.to], index);
    const outside = reached(startsOf(index), index, edge);
    const using = usersOf(as, index);
    const nodes = new Set([...below].filter((uid) => !outside.has(uid) || using.has(uid)));
    const place = Math.min(...[...nodes].map((uid) => places.get(uid) ?? 0));
    loops.set(edge, { edge, each, as, nodes, place });
  }
  return loops;
}

/** Where an argument begins: its roots, and one node of each circle that no root leads to. */
export function startsOf(index: CaseIndex): readonly string[] {
  const starts = index.roots.map(({ uid }) => uid);
  const seen = reached(starts, index);
  for (const { uid } of index.case.nodes) {
    if (seen.has(uid)) continue;
    starts.push(uid);
    for (const each of reached([uid], index)) seen.add(each);
  }
  return starts;
}

/** The nodes that go with a node: what supports it and what it is in context of, and who challenges it or those edges. */
export function* nextOf(uid: string, index: CaseIndex): Generator<{ readonly uid: string; readonly edge: CaseEdge }> {
  for (const edge of index.out(uid)) {
    if (!leadsDown(edge)) continue;
    yield { uid: edge.to, edge };
    for (const challenge of index.against(uid, edge.to)) yield { uid: challenge.from, edge: challenge };
  }
  for (const edge of index.into(uid)) if (edge.kind === "challenges") yield { uid: edge.from, edge };
}

export function leadsDown(edge: CaseEdge): edge is CaseEdge & { readonly to: string } {
  return (edge.kind === "supportedBy" || edge.kind === "inContextOf") && typeof edge.to === "string";
}

function reached(from: readonly string[], index: CaseIndex, without?: CaseEdge): Set<string> {
  const seen = new Set(from.filter((uid) => index.byUid.has(uid)));
  for (const uid of seen)
    for (const next of nextOf(uid, index)) if (next.edge !== without && index.byUid.has(next.uid)) seen.add(next.uid);
  return seen;
}

/** The nodes that name a value, and those that any of them goes with. */
function usersOf(name: string, index: CaseIndex): ReadonlySet<string> {
  const above = new Map<string, string[]>();
  const users = new Set<string>();
  for (const node of index.case.nodes) {
    if (uses(node, index.out(node.uid), name)) users.add(node.uid);
    for (const next of nextOf(node.uid, index)) {
      const list = above.get(next.uid);
      if (list === undefined) above.set(next.uid, [node.uid]);
      else list.push(node.uid);
    }
  }
  for (const uid of users) for (const each of above.get(uid) ?? []) users.add(each);
  return users;
}

function uses(node: CaseNode, edges: readonly CaseEdge[], name: string): boolean {
  const begins = (path: string | undefined): boolean => path === name || path?.startsWith(`${name}.`) === true;
  if (edges.some(({ repeats }) => begins(repeats?.each))) return true;
  if (node.choices?.some(({ by }) => begins(by)) === true) return true;
  return namesIn(JSON.stringify([node, edges.map(({ note }) => note ?? "")])).some(begins);
}
