/** The values that names have at a node: its own, its contexts', then those of what stands above. */

import type { CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { isEmpty, type Values, valuesOf, valuesOfModule } from "./own-values.ts";

export interface ValueInScope {
  readonly value: Json;
  /** The node at which it stands; undefined for the module. */
  readonly uid: string | undefined;
}

/** What one node, or at last the module, says. */
interface Stated {
  readonly uid: string | undefined;
  readonly values: Values;
}

/**
 * The value of `key` at the node `uid`; undefined where none is in scope. The nearest one counts: at each node its own tags, then
 * those of its contexts, the last one first (AssureNote merges them in this order), then the same of the nodes above, nearer ones
 * first, and at last the module's parameters. A value that is empty counts only where there is no other.
 * Looks at every node above once: in a tree at as many as the node is deep.
 */
export function valueInScope(whole: DCase, uid: string, key: string): ValueInScope | undefined {
  return nearest(statedFor(whole, uid), key);
}

/** All values at a node at once, nearer ones first: for texts with many names. */
export function scopeOf(whole: DCase, uid: string): ReadonlyMap<string, ValueInScope> {
  const scope = new Map<string, ValueInScope>();
  for (const { uid: by, values } of statedFor(whole, uid))
    for (const [name, value] of values) {
      const known = scope.get(name);
      if (known === undefined || (isEmpty(known.value) && !isEmpty(value))) scope.set(name, { value, uid: by });
    }
  return scope;
}

/** The names that have a value at a node, nearer ones first; also those whose value is empty. */
export function namesInScope(whole: DCase, uid: string): readonly string[] {
  return [...scopeOf(whole, uid).keys()];
}

/** What a node itself and its contexts say, without what stands above. */
export function valueAt(index: CaseIndex, node: CaseNode, key: string): ValueInScope | undefined {
  return nearest(statedAt(index, node), key);
}

/** The nodes whose scope a node is in: those that it supports or is a context of, and those that it challenges. */
export function nodesAbove(index: CaseIndex, uid: string): readonly string[] {
  const above: string[] = [];
  for (const { kind, from } of index.into(uid)) if (kind === "supportedBy" || kind === "inContextOf") above.push(from);
  for (const { kind, to } of index.out(uid))
    if (kind === "challenges") above.push(typeof to === "string" ? to : to.from);
  return above;
}

function nearest(all: Iterable<Stated>, key: string): ValueInScope | undefined {
  let empty: ValueInScope | undefined;
  for (const { uid, values } of all) {
    const value = values.get(key);
    if (value === undefined) continue;
    if (!isEmpty(value)) return { value, uid };
    empty ??= { value, uid };
  }
  return empty;
}

/** From a node outwards, each node above once. */
function* statedFor(whole: DCase, uid: string): Generator<Stated> {
  const index = indexOf(whole);
  // Grows while it is gone through.
  const seen = new Set([uid]);
  for (const each of seen) {
    const node = index.byUid.get(each);
    if (node === undefined) continue;
    yield* statedAt(index, node);
    for (const above of nodesAbove(index, each)) seen.add(above);
  }
  yield { uid: undefined, values: valuesOfModule(whole) };
}

function* statedAt(index: CaseIndex, node: CaseNode): Generator<Stated> {
  yield { uid: node.uid, values: valuesOf(node) };
  const edges = index.out(node.uid);
  for (let at = edges.length - 1; at >= 0; at -= 1) {
    const edge = edges[at];
    const context = edge?.kind === "inContextOf" && typeof edge.to === "string" ? index.byUid.get(edge.to) : undefined;
    if (context !== undefined) yield { uid: context.uid, values: valuesOf(context) };
  }
}
