/** What of a case is argued, as plain JSON: everything but how it is drawn, and without what says nothing. */

import type { CaseEdge, CaseNode, DCase, EdgeKind, EdgeTarget, ModuleInfo } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { numbersOf } from "../model/numbers.ts";

export type Facts = { readonly [name: string]: Json };
type OpenFacts = { [name: string]: Json };

/** In the order of their names, which is how they are written. */
export const edgeKinds: readonly EdgeKind[] = ["challenges", "inContextOf", "responsibility", "supportedBy"];

/** A node without its edges. */
export function nodeFacts(node: CaseNode): Facts {
  return factsOfNode(node);
}

function factsOfNode(node: CaseNode): OpenFacts {
  const facts = factsOf(node);
  if (node.evidence !== undefined) facts["evidence"] = factsOf(node.evidence);
  return facts;
}

export function moduleFacts(info: ModuleInfo): Facts {
  const facts = factsOf(info);
  // An empty list publishes nothing, none publishes everything.
  return info.publishes === undefined ? facts : { ...facts, publishes: info.publishes };
}

/** An edge without its kind and the node that it is of. */
export function edgeFacts(edge: CaseEdge): Facts {
  return factsOf(edge, ofTheEdge);
}

/** The edges of a node by their kind, each kind in its order. */
export function edgesFacts(edges: readonly CaseEdge[]): Facts {
  return withEdges({}, edges);
}

function withEdges(facts: OpenFacts, edges: readonly CaseEdge[]): Facts {
  const lists: { [kind: string]: Json[] } = {};
  for (const edge of edges) {
    const list = lists[edge.kind];
    if (list === undefined) facts[edge.kind] = lists[edge.kind] = [edgeFacts(edge)];
    else list.push(edgeFacts(edge));
  }
  return facts;
}

/** A node and its edges: what its own digest is made of. */
export function argumentOf(node: CaseNode, edges: readonly CaseEdge[]): Facts {
  return withEdges(factsOfNode(node), edges);
}

/** Edges that start at a node which the module does not have, by that node. */
export function looseEdges(whole: DCase, index: CaseIndex): ReadonlyMap<string, readonly CaseEdge[]> {
  const { from: places } = numbersOf(whole);
  const from = whole.edges.filter((_, at) => places[at] === -1).map((edge) => edge.from);
  return new Map([...new Set(from)].sort().map((uid) => [uid, index.out(uid)]));
}

/** What an edge leads to, as a key. */
export function targetKey(to: string | EdgeTarget): string {
  return typeof to === "string" ? to : `${to.from}\n${to.to}`;
}

const drawing = ["presentation"];
/** Said by where the facts of an edge stand. */
const ofTheEdge = ["presentation", "kind", "from"];

function factsOf(part: object, without: readonly string[] = drawing): OpenFacts {
  // The model's parts are JSON, though interfaces have no index signature that would say so.
  const fields = part as { readonly [name: string]: Json | undefined };
  const facts: OpenFacts = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== undefined && !without.includes(name) && saysSomething(value)) facts[name] = value;
  }
  return facts;
}

/** Absent, false and empty mean the same. */
export function saysSomething(value: Json): boolean {
  if (value === false) return false;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}
