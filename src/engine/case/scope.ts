/** What holds at a node of a D-Case: its own tags and parameters, its contexts', then those of what stands above. */

import { type CaseIndex, type CaseNode, type DCase, indexOf, type Json } from "../../assurance/index.ts";

export interface ValueInScope {
  readonly value: Json;
  /** The node at which it stands; undefined for the module. */
  readonly uid: string | undefined;
}

interface Named extends ValueInScope {
  readonly name: string;
}

/** The nearest value of a name; an empty one hides none that stands farther out. */
export function valueInScope(whole: DCase, uid: string, key: string): ValueInScope | undefined {
  let empty: ValueInScope | undefined;
  for (const stated of inScope(whole, uid)) {
    // Of one node the last one counts.
    const found = stated.findLast(({ name }) => name === key);
    if (found === undefined) continue;
    if (found.value !== "" && found.value !== null) return found;
    empty ??= found;
  }
  return empty;
}

/** The names that have a value there, nearest first. */
export function namesInScope(whole: DCase, uid: string): readonly string[] {
  return [...new Set([...inScope(whole, uid)].flatMap((stated) => stated.map(({ name }) => name)))];
}

/** What each node states whose scope it is in: nearer ones first, each once. */
function* inScope(whole: DCase, uid: string): Generator<readonly Named[]> {
  const index = indexOf(whole);
  // Grows while it is gone through.
  const seen = new Set([uid]);
  for (const each of seen) {
    const node = index.byUid.get(each);
    if (node === undefined) continue;
    yield statedBy(node);
    for (const context of contextsOf(index, each)) yield statedBy(context);
    for (const { kind, from } of index.into(each)) if (kind === "supportedBy" || kind === "inContextOf") seen.add(from);
  }
  const { parameters = [] } = whole.module;
  yield parameters.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value, uid: undefined }]));
}

/** The last one counts most. */
function contextsOf(index: CaseIndex, uid: string): readonly CaseNode[] {
  return index
    .out(uid)
    .flatMap(({ kind, to }) => (kind === "inContextOf" && typeof to === "string" ? (index.byUid.get(to) ?? []) : []))
    .toReversed();
}

/** A tag counts more than a parameter. */
function statedBy({ uid, tags = [], parameters = [] }: CaseNode): readonly Named[] {
  const given = parameters.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value, uid }]));
  return [...given, ...tags.map(({ name, value }) => ({ name, value, uid }))];
}
