/** Relations of SACM as edges, between ids of nodes; and what of them no edge can hold. */

import type { CaseEdge, EdgeTarget, NodeType } from "../model/case.ts";
import type { Trouble } from "../model/reading.ts";
import { nodeClassOf } from "./classes.ts";
import type { SacmFile, SacmRelation } from "./items.ts";
import type { KeptRelation } from "./kept-relations.ts";
import { saidOf } from "./languages.ts";
import { keptOf, referencedIn, saysMore } from "./relation-keeping.ts";
import { type Classes, hasStrategy, kindBetween, kindOf } from "./relation-kinds.ts";

export interface ReadEdge {
  readonly edge: CaseEdge;
  readonly relation: SacmRelation;
}

export interface RelationReading {
  readonly edges: readonly ReadEdge[];
  readonly kept: readonly KeptRelation[];
  readonly warnings: readonly Trouble[];
}

export function readRelations(
  file: SacmFile,
  typeOf: ReadonlyMap<string, NodeType>,
  language: string | undefined,
): RelationReading {
  const classes = new Map(file.nodes.map(({ id, class: name }) => [id, nodeClassOf(name)]));
  const relations = new Map(file.relations.map((relation) => [relation.id, relation]));
  const pairs = new Map(file.relations.map((relation) => [relation.id, pairOf(relation, classes)]));
  const around = { classes, typeOf, language, referenced: referencedIn(file) };
  const edges: ReadEdge[] = [];
  const kept: KeptRelation[] = [];
  const warnings: Trouble[] = [];
  const slots = new Set<string>();
  for (const found of file.relations) {
    const relation = aimedAtNodes(found, relations, classes, warnings);
    const before = edges.length;
    if (hasStrategy(relation, classes)) edges.push(...slotEdges(relation, slots));
    else edges.push(...plainEdges(relation, typeOf, pairs, relations, language));
    const isLost = edges.length === before && !hasStrategy(relation, classes);
    if (isLost || saysMore(relation, around)) kept.push(keptOf(relation, around));
    warnings.push(...missingEnds(relation, classes, relations));
  }
  return { edges, kept, warnings };
}

/** What a relation but a challenge is aimed at is a node: what reasons for the relation that it names, or what that supports. */
function aimedAtNodes(
  relation: SacmRelation,
  relations: ReadonlyMap<string, SacmRelation>,
  classes: Classes,
  warnings: Trouble[],
): SacmRelation {
  if (kindOf(relation) === "challenges" || !relation.targets.some((target) => relations.has(target))) return relation;
  const targets = relation.targets.map((target) => {
    const other = relations.get(target);
    if (other === undefined) return target;
    return hasStrategy(other, classes) ? (other.reasoning ?? target) : (other.targets[0] ?? target);
  });
  const span = relation.spanOf?.("target") ?? relation.spanOf?.();
  warnings.push({
    code: "FIL-08",
    message: `the relation is aimed at a relation; it was read as one of \`${targets.join(" ")}\``,
    ...(span === undefined ? {} : { span }),
    help: "see whether that is what it means",
  });
  return { ...relation, targets };
}

/** Several relations may have the same strategy between the same ends; each edge is there once. */
function slotEdges(relation: SacmRelation, slots: Set<string>): readonly ReadEdge[] {
  const { sources, targets, reasoning = "" } = relation;
  const ends = [
    ...targets.map((target) => [target, reasoning] as const),
    ...sources.map((source) => [reasoning, source] as const),
  ];
  return ends.flatMap(([from, to]) => {
    const key = JSON.stringify([from, to]);
    if (slots.has(key)) return [];
    slots.add(key);
    return [{ edge: { kind: "supportedBy", from, to }, relation }];
  });
}

function plainEdges(
  relation: SacmRelation,
  typeOf: ReadonlyMap<string, NodeType>,
  pairs: ReadonlyMap<string, EdgeTarget | undefined>,
  relations: ReadonlyMap<string, SacmRelation>,
  language: string | undefined,
): readonly ReadEdge[] {
  const { sources, targets } = relation;
  const kind = kindOf(relation);
  const marks = marksOf(relation, sources.length === 1 && targets.length === 1, language);
  return targets.flatMap((target) =>
    sources.map((source): ReadEdge => {
      if (kind === "challenges") {
        const to = relations.has(target) ? (pairs.get(target) ?? target) : target;
        return { edge: { kind, from: source, to, ...marks }, relation };
      }
      return { edge: { kind: kindBetween(kind, typeOf.get(source)), from: target, to: source, ...marks }, relation };
    }),
  );
}

function marksOf(relation: SacmRelation, isOne: boolean, language: string | undefined): Partial<CaseEdge> {
  const note = isOne ? saidOf(relation.texts, language).text : "";
  return {
    ...(relation.declaration === "defeated" ? { defeated: true } : {}),
    ...(relation.attributes.get("isOptional") === "true" ? { optional: true } : {}),
    ...(relation.attributes.get("isMany") === "true" ? { repeats: { least: 0 } } : {}),
    ...(note === "" ? {} : { note }),
  };
}

/** The edge that a challenge of a relation is aimed at. */
function pairOf(relation: SacmRelation, classes: Classes): EdgeTarget | undefined {
  const [source, target] = [relation.sources[0], relation.targets[0]];
  if (target === undefined) return undefined;
  if (hasStrategy(relation, classes)) return { from: target, to: relation.reasoning ?? "" };
  if (source === undefined) return undefined;
  return kindOf(relation) === "challenges" ? { from: source, to: target } : { from: target, to: source };
}

function missingEnds(
  relation: SacmRelation,
  classes: Classes,
  relations: ReadonlyMap<string, SacmRelation>,
): readonly Trouble[] {
  const ends = [
    ...relation.sources.map((id) => ["source", id] as const),
    ...relation.targets.map((id) => ["target", id] as const),
    ...(relation.reasoning === undefined ? [] : ([["reasoning", relation.reasoning]] as const)),
  ];
  const missing = ends.filter(([, id]) => !classes.has(id) && !relations.has(id));
  const told = missing.map(([part, id]): readonly [string, string] => [
    part,
    `the relation's ${part} \`${id}\` is nowhere in the file`,
  ]);
  if (relation.targets.length === 0) told.push(["target", "the relation has no target"]);
  else if (relation.sources.length === 0 && relation.reasoning === undefined)
    told.push(["source", "the relation has no source"]);
  return told.map(([part, message]) => {
    const span = relation.spanOf?.(part) ?? relation.spanOf?.();
    return {
      code: "FIL-08",
      message,
      ...(span === undefined ? {} : { span }),
      help: "correct it, or remove the relation",
    };
  });
}
