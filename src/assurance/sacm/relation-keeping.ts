/** What a relation of SACM says that no edge can: kept with the module. */

import type { NodeType } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { relationClassOf } from "./classes.ts";
import { isMade, type SacmFile, type SacmRelation } from "./items.ts";
import { type KeptRelation, relationJson } from "./kept-relations.ts";
import { saidOf } from "./languages.ts";
import { type Classes, hasStrategy, isUsualClass } from "./relation-kinds.ts";

/** What a relation of SACM is kept within. */
export interface Around {
  readonly classes: Classes;
  readonly typeOf: ReadonlyMap<string, NodeType>;
  readonly language: string | undefined;
  /** Ids that something in the file refers to. */
  readonly referenced: ReadonlySet<string>;
}

/** Whether a relation says what no edge can. */
export function saysMore(relation: SacmRelation, { classes, typeOf, language, referenced }: Around): boolean {
  const isSlot = hasStrategy(relation, classes);
  const isOne = relation.sources.length === 1 && relation.targets.length === 1 && !isSlot;
  const said = saidOf(relation.texts, language);
  const attributes = [...relation.attributes.keys()].filter((name) => name !== "isOptional" && name !== "isMany");
  const isPlainText = isOne && said.isAll && said.language === undefined && said.translations === undefined;
  const plainDeclarations = isSlot ? ["asserted"] : ["asserted", "defeated"];
  return (
    relation.name !== undefined ||
    relation.gid !== undefined ||
    relation.tags.some(({ key }) => !key.startsWith("dscript.")) ||
    attributes.length > 0 ||
    relation.elements.length > 0 ||
    !plainDeclarations.includes(relation.declaration ?? "asserted") ||
    (relation.texts.length > 0 && !isPlainText) ||
    (!isSlot && (relation.sources.length > 1 || relation.reasoning !== undefined)) ||
    relation.targets.length > 1 ||
    !isUsualClass(relation, classes, typeOf) ||
    referenced.has(relation.id)
  );
}

export function keptOf(relation: SacmRelation, { classes, typeOf, language, referenced }: Around): KeptRelation {
  const { id, gid, name, sources, targets, reasoning, isCounter, declaration, elements } = relation;
  const isOne = sources.length === 1 && targets.length === 1 && !hasStrategy(relation, classes);
  const said = saidOf(relation.texts, language);
  const isNote = isOne && said.isAll && said.translations === undefined && said.language === undefined;
  const isUsual = isUsualClass(relation, classes, typeOf);
  const hasOwnClass = !isUsual || sources.length > 1 || targets.length > 1 || reasoning !== undefined;
  const isGsn = relationClassOf(relation.class)?.isFromParent === true;
  const attributes = [...relation.attributes].filter(([key]) => key !== "isOptional" && key !== "isMany");
  return {
    sources,
    targets,
    ...(reasoning === undefined ? {} : { reasoning }),
    isCounter,
    ...(hasOwnClass && !isGsn ? { class: relation.class } : {}),
    ...(isMade(id) && !referenced.has(id) ? {} : { id }),
    ...(gid === undefined ? {} : { gid }),
    ...(name === undefined ? {} : { name }),
    texts: isNote ? [] : relation.texts,
    ...(declaration === undefined || declaration === "asserted" ? {} : { declaration }),
    tags: relation.tags.filter(({ key }) => !key.startsWith("dscript.")),
    attributes: new Map(attributes),
    elements,
  };
}

/** In an order that does not depend on where they stand in their file. */
export function keptJson(kept: readonly KeptRelation[], uids: ReadonlyMap<string, string>): readonly Json[] {
  const keyed = kept.map((relation) => {
    const { targets, reasoning = "", sources, id = "" } = relation;
    return { key: JSON.stringify([targets, reasoning, sources, id]), relation };
  });
  keyed.sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
  return keyed.map(({ relation }) => relationJson(relation, (id) => uids.get(id) ?? id));
}

/** Ids that attributes such as `metaClaim` refer to, and relations that others are aimed at; not those that are made here. */
export function referencedIn(file: SacmFile): ReadonlySet<string> {
  const things = [...file.packages, ...file.nodes, ...file.relations];
  const inAttributes = things.flatMap(({ attributes }) =>
    [...attributes.values()].flatMap((value) => value.split(/\s+/)),
  );
  const targets = file.relations.flatMap((relation) => relation.targets);
  return new Set([...inAttributes, ...targets.filter((id) => !isMade(id))]);
}
