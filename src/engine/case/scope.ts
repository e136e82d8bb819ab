/** What holds at a node of a D-Case: its own tags and parameters, its contexts', then those of what stands above. */

import { type CaseIndex, type CaseNode, type DCase, indexOf, type Json } from "../../assurance/index.ts";

export interface ValueInScope {
  readonly value: Json;
  /** The node at which it stands; undefined for the module. */
  readonly uid: string | undefined;
}

/** The nearest value of a name; an empty one hides none that stands farther out. */
export function valueInScope(whole: DCase, uid: string, key: string): ValueInScope | undefined {
  let empty: ValueInScope | undefined;
  for (const found of inScope(whole, uid)) {
    if (found.name !== key) continue;
    if (found.value !== "" && found.value !== null) return found;
    empty ??= found;
  }
  return empty;
}

/** The names that have a value there, nearest first. */
export function namesInScope(whole: DCase, uid: string): readonly string[] {
  return [...new Set([...inScope(whole, uid)].map(({ name }) => name))];
}

function* inScope(whole: DCase, uid: string): Generator<ValueInScope & { readonly name: string }> {
  const index = indexOf(whole);
  // Grows while it is gone through: each node once, nearer ones first.
  const seen = new Set([uid]);
  for (const each of seen) {
    const node = index.byUid.get(each);
    if (node === undefined) continue;
    yield* valuesOf(node);
    for (const context of contextsOf(index, each)) yield* valuesOf(context);
    for (const { kind, from } of index.into(each)) if (kind === "supportedBy" || kind === "inContextOf") seen.add(from);
  }
  for (const { name, value } of whole.module.parameters ?? [])
    if (value !== undefined) yield { name, value, uid: undefined };
}

/** The last one counts most. */
function contextsOf(index: CaseIndex, uid: string): readonly CaseNode[] {
  return index
    .out(uid)
    .flatMap(({ kind, to }) =>
      kind === "inContextOf" && typeof to === "string" ? (index.byUid.get(to) ?? []) : [],
    )
    .toReversed();
}

function* valuesOf({ uid, tags = [], parameters = [] }: CaseNode): Generator<ValueInScope & { readonly name: string }> {
  for (const { name, value } of tags.toReversed()) yield { name, value, uid };
  for (const { name, value } of parameters.toReversed()) if (value !== undefined) yield { name, value, uid };
}
