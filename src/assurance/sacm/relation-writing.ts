/** Edges as relations of SACM: a strategy is what an inference is reasoned with, wherever it can be. */

import type { CaseEdge, DCase } from "../model/case.ts";
import type { NativeIds } from "../xml/native-ids.ts";
import { classOfRelation, type NodeClass, nodeClassOf } from "./classes.ts";
import type { LangText, SacmItem, SacmRelation } from "./items.ts";
import { type Group, keptByStrategy, keptGroups, pairKey } from "./kept-groups.ts";
import type { KeptRelation } from "./kept-relations.ts";
import { saidOf } from "./languages.ts";
import { byClass, slotsOf } from "./slots.ts";

export interface RelationWriting {
  readonly relations: readonly SacmRelation[];
  /** The edge that a relation alone stands for, by the relation's id. */
  readonly edgeOf: ReadonlyMap<string, CaseEdge>;
}

interface Given {
  readonly whole: DCase;
  readonly ids: NativeIds;
  readonly nodes: readonly SacmItem[];
  readonly language: string | undefined;
  readonly kept: readonly KeptRelation[];
}

/** Those of the edges that have both ends in the file. */
export function relationsOf(edges: readonly CaseEdge[], given: Given): RelationWriting {
  const { ids, nodes, language } = given;
  const items = new Map(nodes.map((item) => [item.id, item]));
  const classes = new Map(nodes.map((item): [string, NodeClass] => [item.id, nodeClassOf(item.class) ?? "Claim"]));
  const idOf = (uid: string): string => ids.of.get(uid) ?? uid;
  const groups = keptGroups(edges, given.kept, (uid) => items.get(idOf(uid))?.declaration === "assumed");
  const slots = slotsOf(edges, given.whole, ids, classes, new Set(groups.flatMap((group) => group.edges)));
  const relations: SacmRelation[] = [];
  const edgeOf = new Map<string, CaseEdge>();
  const relationOfPair = new Map<string, string>();
  const done = new Set<CaseEdge>();
  const groupOf = new Map(groups.flatMap((group) => group.edges.map((edge) => [edge, group] as const)));
  const keptSlots = keptByStrategy(given.kept, idOf);

  const add = (
    relation: Omit<SacmRelation, "id" | "package" | "names" | "isAbstract">,
    wanted: string | undefined,
  ): string => {
    const id = ids.take(wanted ?? `_r${relations.length + 1}`);
    const near = [...relation.targets, ...relation.sources].map((each) => items.get(each)?.package);
    const within = near.find((each) => each !== undefined) ?? nodes[0]?.package ?? "";
    relations.push({ ...relation, id, names: [], package: within, isAbstract: false });
    return id;
  };
  const addKept = (
    each: KeptRelation,
    usual: string,
    texts: readonly LangText[],
    declaration: string | undefined,
  ): string => {
    const { id, declaration: _, ...others } = inIds(each, idOf);
    return add(
      { ...others, class: each.class ?? usual, texts, ...(declaration === undefined ? {} : { declaration }) },
      id,
    );
  };
  const addSlots = (strategy: string): void => {
    for (const { target, children } of slots.of(strategy)) {
      const left = new Set(children);
      const aimAt = (id: string): void => {
        const pair = pairKey(target, strategy);
        if (!relationOfPair.has(pair)) relationOfPair.set(pair, id);
      };
      for (const each of keptSlots.get(pairKey(target, strategy)) ?? []) {
        const sources = each.sources.map(idOf);
        if (new Set(sources).size < sources.length || !sources.every((source) => left.has(source))) continue;
        for (const source of sources) left.delete(source);
        aimAt(addKept(each, "AssertedInference", each.texts, each.declaration));
      }
      for (const { sources, class: name } of byClass(target, [...left], classes)) {
        const relation = { sources, targets: [target], reasoning: strategy, isCounter: false };
        aimAt(add({ ...relation, class: name, texts: [], tags: [], attributes: new Map(), elements: [] }, undefined));
      }
    }
  };
  const addGroup = (group: Group): void => {
    const [first] = group.edges;
    const isOne = group.edges.length === 1 && first !== undefined;
    const usual = first === undefined ? "AssertedInference" : usualClass(first, idOf, classes);
    const { texts, declaration } = group.kept;
    const id = isOne
      ? addKept(group.kept, usual, textsOf(first, texts, language), declarationOf(first, declaration))
      : addKept(group.kept, usual, texts, declaration);
    if (!isOne) return;
    edgeOf.set(id, first);
    if (typeof first.to === "string") relationOfPair.set(pairKey(idOf(first.from), idOf(first.to)), id);
  };
  const addEdge = (edge: CaseEdge, source: string, target: string): void => {
    const declaration = declarationOf(edge, undefined);
    const id = add(
      {
        class: usualClass(edge, idOf, classes),
        texts: textsOf(edge, [], language),
        tags: [],
        attributes: new Map(),
        elements: [],
        sources: [source],
        targets: [target],
        isCounter: edge.kind === "challenges",
        ...(declaration === undefined ? {} : { declaration }),
      },
      undefined,
    );
    edgeOf.set(id, edge);
    if (typeof edge.to !== "string") return;
    const pair = pairKey(idOf(edge.from), idOf(edge.to));
    if (!relationOfPair.has(pair)) relationOfPair.set(pair, id);
  };

  for (const each of given.kept) if (each.sources.length === 0 || each.targets.length === 0) addLoose(each);
  function addLoose(each: KeptRelation): void {
    if (each.targets.length === 0 || each.reasoning === undefined)
      addKept(each, "AssertedInference", each.texts, each.declaration);
  }
  for (const edge of edges) {
    if (done.has(edge) || typeof edge.to !== "string") continue;
    const strategy = slots.strategyOf(edge);
    const group = groupOf.get(edge);
    if (strategy !== undefined) {
      for (const each of slots.edgesOf(strategy)) done.add(each);
      addSlots(strategy);
    } else if (group !== undefined) {
      for (const each of group.edges) done.add(each);
      addGroup(group);
    } else {
      const [from, to] = [idOf(edge.from), idOf(edge.to)];
      if (edge.kind === "challenges") addEdge(edge, from, to);
      else addEdge(edge, to, from);
    }
  }
  // Challenges of relations come last, when what they are aimed at has an id.
  for (const edge of edges) {
    if (typeof edge.to === "string") continue;
    const target = relationOfPair.get(pairKey(idOf(edge.to.from), idOf(edge.to.to)));
    if (target !== undefined) addEdge(edge, idOf(edge.from), target);
  }
  return { relations, edgeOf };
}

function inIds(each: KeptRelation, idOf: (uid: string) => string): KeptRelation {
  return {
    ...each,
    sources: each.sources.map(idOf),
    targets: each.targets.map(idOf),
    ...(each.reasoning === undefined ? {} : { reasoning: idOf(each.reasoning) }),
  };
}

function usualClass(edge: CaseEdge, idOf: (uid: string) => string, classes: ReadonlyMap<string, NodeClass>): string {
  const ends = [edge.from, typeof edge.to === "string" ? edge.to : ""].map((uid) => classes.get(idOf(uid)));
  const [from, to] = ends;
  return edge.kind === "challenges" ? classOfRelation(edge.kind, from, to) : classOfRelation(edge.kind, to, from);
}

/** The texts that a relation had, where they still say what the edge's note does. */
function textsOf(
  { note = "" }: CaseEdge,
  kept: readonly LangText[],
  language: string | undefined,
): readonly LangText[] {
  if (kept.length > 0 && (note === "" || saidOf(kept, language).text === note)) return kept;
  return note === "" ? [] : [{ ...(language === undefined ? {} : { lang: language }), content: note }];
}

function declarationOf({ defeated }: CaseEdge, kept: string | undefined): string | undefined {
  if (defeated === true) return "defeated";
  return kept === "defeated" ? undefined : kept;
}
