/** Relations that a module keeps, and the edges that they stand for. */

import type { CaseEdge } from "../model/case.ts";
import { addTo } from "../xml/lists.ts";
import { relationClassOf } from "./classes.ts";
import type { KeptRelation } from "./kept-relations.ts";

export interface Group {
  readonly kept: KeptRelation;
  readonly edges: readonly CaseEdge[];
}

/** The relations that a module keeps and whose edges are all there, each edge in one of them. */
export function keptGroups(
  edges: readonly CaseEdge[],
  kept: readonly KeptRelation[],
  isAssumed: (uid: string) => boolean,
): readonly Group[] {
  const free = new Map<string, CaseEdge[]>();
  for (const edge of edges) {
    if (typeof edge.to !== "string") continue;
    const key = edgeKey(edge.kind === "challenges", edge.from, edge.to);
    addTo(free, key, edge);
  }
  return kept.flatMap((each): readonly Group[] => {
    const kind = each.isCounter
      ? "challenges"
      : (relationClassOf(each.class ?? "AssertedInference")?.kind ?? "supportedBy");
    if (each.reasoning !== undefined && kind === "supportedBy") return [];
    const ends = each.targets.flatMap((target) => each.sources.map((source) => [source, target] as const));
    const keys = ends.map(([source, target]) =>
      each.isCounter ? edgeKey(true, source, target) : edgeKey(false, target, source),
    );
    const found = keys.map((key) => free.get(key)?.[0]).filter((edge) => edge !== undefined);
    const isAll = found.length > 0 && found.length === keys.length && new Set(found).size === found.length;
    const isAlike = (edge: CaseEdge): boolean => {
      const assumed = kind === "supportedBy" && typeof edge.to === "string" && isAssumed(edge.to);
      return isPlain(edge, each) && edge.kind === (assumed ? "inContextOf" : kind);
    };
    if (!isAll || (found.length > 1 && !found.every(isAlike))) return [];
    for (const key of keys) free.get(key)?.shift();
    return [{ kept: each, edges: found }];
  });
}

function edgeKey(isCounter: boolean, from: string, to: string): string {
  return JSON.stringify([isCounter, from, to]);
}

/** Whether an edge says nothing that the relation of several does not. */
function isPlain(edge: CaseEdge, { declaration }: KeptRelation): boolean {
  const isDefeated = edge.defeated === true;
  const isMarked = edge.optional === true || edge.repeats !== undefined || (edge.note ?? "") !== "";
  return !isMarked && isDefeated === (declaration === "defeated");
}

/** Relations with a strategy, by what it supports and itself. */
export function keptByStrategy(
  kept: readonly KeptRelation[],
  idOf: (uid: string) => string,
): ReadonlyMap<string, readonly KeptRelation[]> {
  const found = new Map<string, KeptRelation[]>();
  for (const each of kept) {
    const [target, ...others] = each.targets;
    if (each.reasoning === undefined || target === undefined || others.length > 0 || each.sources.length === 0)
      continue;
    if (each.isCounter || relationClassOf(each.class ?? "AssertedInference")?.kind !== "supportedBy") continue;
    const key = pairKey(idOf(target), idOf(each.reasoning));
    addTo(found, key, each);
  }
  return found;
}

export function pairKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
