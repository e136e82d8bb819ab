/** Strategies as SACM has them: not between a claim and its support, but as what an inference is reasoned with. */

import type { CaseEdge, DCase } from "../model/case.ts";
import { addTo, groupedBy } from "../xml/lists.ts";
import type { NativeIds } from "../xml/native-ids.ts";
import { classOfRelation, type NodeClass } from "./classes.ts";

/** What a strategy supports, and all that supports it: ids. */
export interface Slot {
  readonly target: string;
  readonly children: readonly string[];
}

/** Several relations, each of one class. */
export interface SlotOfClass {
  readonly class: string;
  readonly sources: readonly string[];
}

export interface Slots {
  /** The strategy in whose relations an edge is; undefined for an edge that needs a relation of its own. */
  readonly strategyOf: (edge: CaseEdge) => string | undefined;
  readonly edgesOf: (strategy: string) => readonly CaseEdge[];
  readonly of: (strategy: string) => readonly Slot[];
}

/**
 * A strategy can be so used where all that it supports and all that supports it are no strategies, and none of its edges
 * says anything by itself. `taken` are edges that other relations have.
 */
export function slotsOf(
  edges: readonly CaseEdge[],
  whole: DCase,
  ids: NativeIds,
  classes: ReadonlyMap<string, NodeClass>,
  taken: ReadonlySet<CaseEdge>,
): Slots {
  const idOf = (uid: string): string => ids.of.get(uid) ?? uid;
  const isStrategy = (uid: string): boolean => classes.get(idOf(uid)) === "ArgumentReasoning";
  const aimedAt = new Set(whole.edges.flatMap(({ to }) => (typeof to === "string" ? [] : [pairKey(to.from, to.to)])));
  const above = new Map<string, CaseEdge[]>();
  const below = new Map<string, CaseEdge[]>();
  for (const edge of edges) {
    if (edge.kind !== "supportedBy" || typeof edge.to !== "string") continue;
    if (isStrategy(edge.to)) addTo(above, idOf(edge.to), edge);
    if (isStrategy(edge.from)) addTo(below, idOf(edge.from), edge);
  }
  const usable = new Set<string>();
  for (const [strategy, parents] of above) {
    const children = below.get(strategy) ?? [];
    const all = [...parents, ...children];
    const isUsable =
      children.length > 0 &&
      all.every((edge) => isPlain(edge) && !taken.has(edge)) &&
      parents.every(({ from }) => !isStrategy(from)) &&
      children.every(({ from, to }) => typeof to === "string" && !isStrategy(to) && !aimedAt.has(pairKey(from, to))) &&
      new Set(parents.map(({ from }) => from)).size === parents.length &&
      new Set(children.map(({ to }) => to)).size === children.length;
    if (isUsable) usable.add(strategy);
  }
  const strategyOf = ({ kind, from, to }: CaseEdge): string | undefined => {
    if (kind !== "supportedBy" || typeof to !== "string") return undefined;
    return [idOf(to), idOf(from)].find((id) => usable.has(id));
  };
  return {
    strategyOf,
    edgesOf: (strategy) => [...(above.get(strategy) ?? []), ...(below.get(strategy) ?? [])],
    of: (strategy) => {
      const children = (below.get(strategy) ?? []).map(({ to }) => idOf(typeof to === "string" ? to : ""));
      return (above.get(strategy) ?? []).map(({ from }) => ({ target: idOf(from), children }));
    },
  };
}

/** Claims and artifacts support in relations of their own. */
export function byClass(
  target: string,
  children: readonly string[],
  classes: ReadonlyMap<string, NodeClass>,
): readonly SlotOfClass[] {
  const groups = groupedBy(children, (child) =>
    classOfRelation("supportedBy", classes.get(child), classes.get(target)),
  );
  return [...groups].map(([name, sources]) => ({ class: name, sources }));
}

function isPlain({ defeated, optional, repeats, note }: CaseEdge): boolean {
  return defeated !== true && optional !== true && repeats === undefined && (note ?? "") === "";
}

function pairKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
