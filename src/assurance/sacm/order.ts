/** The order of nodes and edges, where a file has them in another one than the case. */

import type { CaseEdge, EdgeKind } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { addTo } from "../xml/lists.ts";

const kinds: readonly EdgeKind[] = ["supportedBy", "inContextOf", "challenges", "responsibility"];

/** Edges by the nodes that they begin at and by their kinds, each in the order of the file; those of no node last. */
export function inUsualOrder<T extends { readonly edge: CaseEdge }>(
  edges: readonly T[],
  nodes: readonly string[],
): readonly T[] {
  const places = new Map<string, number>();
  for (const [at, id] of nodes.entries()) if (!places.has(id)) places.set(id, at);
  const keyed = edges.map((each, at) => ({
    each,
    node: places.get(each.edge.from) ?? nodes.length,
    kind: kinds.indexOf(each.edge.kind),
    at,
  }));
  keyed.sort((one, other) => one.node - other.node || one.kind - other.kind || one.at - other.at);
  return keyed.map(({ each }) => each);
}

/** The items in the order of a list of their places; as they are where that is no such list. */
export function reordered<T>(items: readonly T[], order: Json | undefined): readonly T[] {
  if (!Array.isArray(order) || order.length !== items.length) return items;
  const places = order as readonly Json[];
  const isAll = new Set(places).size === items.length && places.every((at) => typeof at === "number" && at in items);
  return isAll ? places.flatMap((at) => items.slice(Number(at), Number(at) + 1)) : items;
}

/** The places, in what a file gives, of what a case has; undefined where they are in the same order, or not the same. */
export function orderOf(wanted: readonly string[], given: readonly string[]): readonly number[] | undefined {
  const places = new Map<string, number[]>();
  for (const [at, key] of given.entries()) addTo(places, key, at);
  const turns = new Map<string, number>();
  const order = wanted.map((key) => {
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return places.get(key)?.[turn] ?? -1;
  });
  const isSame = wanted.length === given.length && order.every((at, index) => at === index);
  return isSame || wanted.length !== given.length || order.includes(-1) ? undefined : order;
}

/** An edge in one word, whatever the order of its keys. */
export function edgeKey({ kind, from, to, defeated, optional, repeats, note }: CaseEdge): string {
  const { least, most, each, as } = repeats ?? {};
  const end = typeof to === "string" ? to : [to.from, to.to];
  return JSON.stringify([kind, from, end, defeated ?? null, optional ?? null, least, most, each, as, note ?? null]);
}
