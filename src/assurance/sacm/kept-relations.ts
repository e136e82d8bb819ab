/** What a relation of SACM says beyond an edge, kept within the module: what it is called, what it says, and what belongs together. */

import type { Json } from "../model/json.ts";
import { isRecord, recordOf } from "../xml/kept.ts";
import type { LangText, SacmTag } from "./items.ts";
import { attributesIn, elementsIn, textsIn, textsJson } from "./kept-things.ts";
import { ownOfRelations } from "./parts.ts";

/** The parts of a relation that no edge holds, with ids of nodes as ends. */
export interface KeptRelation {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly reasoning?: string;
  readonly isCounter: boolean;
  readonly class?: string;
  readonly id?: string;
  readonly gid?: string;
  readonly name?: string;
  readonly texts: readonly LangText[];
  readonly declaration?: string;
  readonly tags: readonly SacmTag[];
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly Json[];
}

/** `of` gives a node's uid for its id in the file. */
export function relationJson(relation: KeptRelation, of: (id: string) => string): Json {
  const { sources, targets, reasoning, isCounter, texts, tags, attributes, elements, ...plain } = relation;
  return {
    sources: sources.map(of),
    targets: targets.map(of),
    ...(reasoning === undefined ? {} : { reasoning: of(reasoning) }),
    ...(isCounter ? { isCounter } : {}),
    ...plain,
    ...(texts.length === 0 ? {} : { texts: textsJson(texts) }),
    ...(tags.length === 0 ? {} : { tags: tags.map(({ key, content, isJson }) => [key, content, isJson]) }),
    ...(attributes.size === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...(elements.length === 0 ? {} : { elements }),
  };
}

function keptRelations(kept: Json | undefined): readonly KeptRelation[] {
  return Array.isArray(kept)
    ? (kept as readonly Json[]).flatMap((each) => (isRecord(each) ? [keptRelation(each)] : []))
    : [];
}

const words = ["id", "gid", "name", "declaration", "reasoning"] as const;
const classes = /^Asserted(?:Inference|Evidence|Context|ArtifactSupport|ArtifactContext)$/;

function keptRelation(each: { readonly [name: string]: Json }): KeptRelation {
  const said = words.flatMap((key) => (typeof each[key] === "string" ? [[key, each[key]] as const] : []));
  const name = each["class"];
  return {
    ...Object.fromEntries(said),
    ...(typeof name === "string" && classes.test(name) ? { class: name } : {}),
    sources: names(each["sources"]),
    targets: names(each["targets"]),
    isCounter: each["isCounter"] === true,
    texts: textsIn(each["texts"]),
    tags: tagsIn(each["tags"]),
    attributes: attributesIn(each["attributes"], ownOfRelations),
    elements: elementsIn(each["elements"]),
  };
}

function names(kept: Json | undefined): readonly string[] {
  return Array.isArray(kept) ? (kept as readonly Json[]).filter((each) => typeof each === "string") : [];
}

function tagsIn(kept: Json | undefined): readonly SacmTag[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly Json[]).flatMap((each) => {
    const [key, content, isJson] = Array.isArray(each) ? (each as readonly Json[]) : [];
    return typeof key === "string" && typeof content === "string" ? [{ key, content, isJson: isJson === true }] : [];
  });
}

/** What a module keeps of them. */
export function keptRelationsOf(extra: Json | undefined): readonly KeptRelation[] {
  return keptRelations(recordOf(extra)["relations"]);
}
