/** Elements of a list, as AssureNote's own example describes them: `Subsystem:: SUBA` below, with its `X:: 5`, makes `SUBA.X`. */

import type { CaseNode, DCase } from "../model/case.ts";
import { type CaseIndex, indexOf } from "../model/index-of.ts";
import { isEmpty, valuesOf } from "./own-values.ts";
import { nodesAbove, type ValueInScope, valueAt } from "./value-in-scope.ts";

/** Nodes that hold one element's name, and nodes above one of them, that are looked at. */
const mostHolders = 64;

const known = new WeakMap<DCase, ReadonlyMap<string, readonly CaseNode[]>>();

/**
 * The value of `Subsystem.X` or `SUBA.X`, which no tag has as its name: where `Subsystem` is in `scope`, it is `SUBA.X` by its value,
 * and this is what is called `X` where, anywhere in the case, a tag has the value `SUBA`.
 */
export function elementInScope(
  whole: DCase,
  scope: ReadonlyMap<string, ValueInScope>,
  path: string,
): ValueInScope | undefined {
  const dot = path.indexOf(".");
  if (dot < 1 || dot === path.length - 1) return undefined;
  const [owner, name] = [path.slice(0, dot), path.slice(dot + 1)];
  const alias = scope.get(owner)?.value;
  if (typeof alias === "string" && alias !== "" && alias !== owner) {
    const found = scope.get(`${alias}.${name}`) ?? describedValue(whole, alias, name);
    if (found !== undefined) return found;
  }
  return describedValue(whole, owner, name);
}

function describedValue(whole: DCase, element: string, name: string): ValueInScope | undefined {
  const index = indexOf(whole);
  for (const holder of holdersOf(whole).get(element) ?? [])
    for (const scope of describedBy(index, holder)) {
      const found = valueBeside(index, scope, name);
      if (found !== undefined && !isEmpty(found.value)) return found;
    }
  return undefined;
}

/** What a goal is called stands at itself, at its context or at its evidence; it is no name for the goal above. */
function describedBy(index: CaseIndex, holder: CaseNode): readonly CaseNode[] {
  if (holder.type === "goal" || holder.type === "strategy" || holder.type === "counterGoal") return [holder];
  return nodesAbove(index, holder.uid)
    .slice(0, mostHolders)
    .flatMap((uid) => index.byUid.get(uid) ?? []);
}

/** At the node, at its contexts, or at the evidence directly below it. */
function valueBeside(index: CaseIndex, node: CaseNode, name: string): ValueInScope | undefined {
  const found = valueAt(index, node, name);
  if (found !== undefined) return found;
  for (const { kind, to } of index.out(node.uid)) {
    if (kind !== "supportedBy" || typeof to !== "string") continue;
    const below = index.byUid.get(to);
    const value = below?.type === "evidence" ? valuesOf(below).get(name) : undefined;
    if (value !== undefined) return { value, uid: to };
  }
  return undefined;
}

/** The nodes at which a tag has a value, by the value. */
function holdersOf(whole: DCase): ReadonlyMap<string, readonly CaseNode[]> {
  const before = known.get(whole);
  if (before !== undefined) return before;
  const made = new Map<string, CaseNode[]>();
  for (const node of whole.nodes)
    for (const value of valuesOf(node).values()) {
      if (typeof value !== "string" || value === "") continue;
      const list = made.get(value);
      if (list === undefined) made.set(value, [node]);
      else if (list.length < mostHolders) list.push(node);
    }
  known.set(whole, made);
  return made;
}
