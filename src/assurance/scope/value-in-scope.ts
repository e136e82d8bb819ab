/** The value that a name has at a node: its own, its contexts', then that of what stands above. */

import type { CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { isEmpty, valuesOf, valuesOfModule } from "./own-values.ts";

export interface ValueInScope {
  readonly value: Json;
  /** The node at which it stands; undefined for the module. */
  readonly uid: string | undefined;
}

/**
 * The value of `key` at the node `uid`; undefined where none is in scope. The nearest one counts: at each node its own tags, then
 * those of its contexts, the last one first (AssureNote merges them in this order), then the same of the nodes above, nearer ones
 * first, and at last the module's parameters. A value that is empty counts only where there is no other.
 * Looks at every node above once: in a tree at as many as the node is deep.
 */
export function valueInScope(whole: DCase, uid: string, key: string): ValueInScope | undefined {
  const index = indexOf(whole);
  let empty: ValueInScope | undefined;
  for (const each of upwards(index, uid)) {
    const found = valueAt(index, each, key);
    if (found === undefined) continue;
    if (!isEmpty(found.value)) return found;
    empty ??= found;
  }
  const last = valuesOfModule(whole).get(key);
  return isEmpty(last) || last === undefined ? empty : { value: last, uid: undefined };
}

/** A node and all that stand above it, nearer ones first, each once. */
function* upwards(index: CaseIndex, uid: string): Generator<CaseNode> {
  const seen = new Set([uid]);
  for (const each of seen) {
    const node = index.byUid.get(each);
    if (node === undefined) continue;
    yield node;
    for (const above of nodesAbove(index, each)) seen.add(above);
  }
}

/** The nodes whose scope a node is in: those that it supports or is a context of, and those that it challenges. */
export function nodesAbove(index: CaseIndex, uid: string): readonly string[] {
  const above = index
    .into(uid)
    .flatMap(({ kind, from }) => (kind === "supportedBy" || kind === "inContextOf" ? [from] : []));
  for (const { kind, to } of index.out(uid))
    if (kind === "challenges") above.push(typeof to === "string" ? to : to.from);
  return above;
}

/** What a node itself and its contexts say. */
export function valueAt(index: CaseIndex, node: CaseNode, key: string): ValueInScope | undefined {
  const own = valuesOf(node).get(key);
  if (own !== undefined && !isEmpty(own)) return { value: own, uid: node.uid };
  let empty = own === undefined ? undefined : { value: own, uid: node.uid };
  const edges = index.out(node.uid);
  for (let at = edges.length - 1; at >= 0; at -= 1) {
    const edge = edges[at];
    if (edge?.kind !== "inContextOf" || typeof edge.to !== "string") continue;
    const context = index.byUid.get(edge.to);
    const value = context && valuesOf(context).get(key);
    if (value === undefined) continue;
    if (!isEmpty(value)) return { value, uid: edge.to };
    empty ??= { value, uid: edge.to };
  }
  return empty;
}
