/** A node of a case as a node of SACM, and back: what SACM's own fields can say. */

import type { Away, CaseNode } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { recordOf } from "../xml/kept.ts";
import { isSame } from "../xml/same.ts";
import { attachmentOf, referencedIds } from "./artifacts.ts";
import { type NodeClass, nodeClassOf } from "./classes.ts";
import { layer, type SacmArtifact, type SacmFile, type SacmItem } from "./items.ts";
import { attributesIn, elementsIn, textIn, textsIn, textsJson } from "./kept-things.ts";
import { languageOf, saidOf, textsToWrite } from "./languages.ts";
import { classToWrite, type TypeOfItem } from "./node-types.ts";
import { ownOfNodes } from "./parts.ts";
import { caseTags, tagsOfNode } from "./tags.ts";

/** What a node's fields depend on beyond itself. */
export interface Around {
  readonly types: ReadonlyMap<string, TypeOfItem>;
  /** The language of the file's texts, in its own words. */
  readonly language: string | undefined;
  readonly file: SacmFile;
  /** Ids of the artifacts that are attachments and nothing else. */
  readonly ownArtifacts: ReadonlySet<string>;
  /** The package of nodes that say none. */
  readonly package: string;
  readonly byId: ReadonlyMap<string, SacmItem>;
  readonly labelOf: (item: SacmItem) => string;
}

export function nodeOf(item: SacmItem, around: Around): CaseNode {
  const { type, kind } = around.types.get(item.id) ?? { type: "goal" as const, kind: undefined };
  const said = textOf(item, around);
  const tags = caseTags(item.tags);
  const artifacts = referencedIds(item.attributes).map((id) => around.file.artifacts.get(id));
  const attachments = artifacts.filter((artifact) => artifact !== undefined).map(attachmentOf);
  const away = item.cited === undefined ? undefined : awayOf(item.cited, around);
  const url = item.attributes.get("url") ?? "";
  const node: CaseNode = {
    uid: item.id,
    label: around.labelOf(item),
    type,
    ...(kind === undefined ? {} : { kind }),
    text: said.text,
    ...(said.translations === undefined ? {} : { translations: said.translations }),
    ...(item.declaration === "needsSupport" ? { undeveloped: true } : {}),
    ...(item.isAbstract ? { uninstantiated: true } : {}),
    ...(item.declaration === "defeated" ? { defeated: true } : {}),
    ...(url === "" ? {} : { url }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(away === undefined ? {} : { away }),
  };
  const layers = layerOf(item, node, said, around);
  return layers === undefined ? node : { ...node, layers: { [layer]: layers } };
}

/** A thing that is called by what it says has that for its text. */
function textOf(item: SacmItem, { language }: Around): ReturnType<typeof saidOf> {
  if (item.texts.length === 0 && item.name !== undefined && !isLabel(item.name))
    return { text: item.name, isAll: true };
  return saidOf(item.texts, language);
}

/** What a node can be called: a few letters without a space, or whatever stands beside a text. */
function isLabel(name: string): boolean {
  return name.length <= 24 && !/\s/.test(name);
}

/** The name that is a label; undefined where a new one is needed. */
export function givenLabel({ id, name, texts }: SacmItem): string | undefined {
  if (name !== undefined && name !== "" && (texts.length > 0 || isLabel(name))) return name;
  return isLabel(id) && /^[A-Za-z]/.test(id) ? id : undefined;
}

/** In another file as `module#node`, or in another package of this one. */
function awayOf(cited: string, { byId, file, labelOf }: Around): Away | undefined {
  const item = byId.get(cited);
  if (item !== undefined) {
    const name = file.packages.find(({ id }) => id === item.package)?.name;
    return { module: name ?? item.package, node: labelOf(item) };
  }
  const at = cited.indexOf("#");
  return at < 1 ? undefined : { module: decoded(cited.slice(0, at)), node: decoded(cited.slice(at + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function layerOf(
  item: SacmItem,
  node: CaseNode,
  said: ReturnType<typeof saidOf>,
  { package: usual, byId, ownArtifacts: own }: Around,
): Json | undefined {
  const nodeClass = nodeClassOf(item.class) ?? "Claim";
  // GSN's types say themselves what SACM says by declarations, which only claims have.
  const isGsn = item.class !== "Claim";
  const isOtherClass = item.class === nodeClass && nodeClass !== classToWrite(node.type);
  const declaration = item.declaration ?? "asserted";
  const attributes = [...item.attributes]
    .map(([name, value]) => [name, isReference(name) ? withoutOwn(value, own) : value] as const)
    .filter(([name, value]) => name !== "url" && (value !== "" || !isReference(name)));
  const all: readonly (readonly [string, Json | undefined])[] = [
    ["class", isOtherClass ? nodeClass : undefined],
    ["declaration", declaration === declarationOf(node, nodeClass) || isGsn ? undefined : declaration],
    ["package", item.package === usual ? undefined : item.package],
    ["gid", item.gid],
    ["cited", item.cited !== undefined && byId.has(item.cited) ? item.cited : undefined],
    ["language", said.language],
    ["names", item.names.length === 0 ? undefined : textsJson(item.names)],
    ["texts", said.isAll ? undefined : textsJson(item.texts)],
    ["attributes", attributes.length === 0 ? undefined : Object.fromEntries(attributes)],
    ["elements", item.elements.length === 0 ? undefined : item.elements],
  ];
  const kept = all.filter((pair): pair is readonly [string, Json] => pair[1] !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function isReference(name: string): boolean {
  return name.startsWith("referencedArtifact");
}

function withoutOwn(value: string, own: ReadonlySet<string>): string {
  return value
    .split(/\s+/)
    .filter((id) => id !== "" && !own.has(id))
    .join(" ");
}

/** What a claim declares itself to be; the other classes declare nothing. */
function declarationOf(node: CaseNode, nodeClass: NodeClass): string | undefined {
  if (nodeClass !== "Claim") return undefined;
  if (node.defeated === true) return "defeated";
  if (node.type === "assumption") return "assumed";
  if (node.type === "justification") return "axiomatic";
  if (node.away !== undefined) return "asCited";
  return node.undeveloped === true ? "needsSupport" : "asserted";
}

/** What is needed to write nodes, beyond each of them. */
export interface ToWrite {
  readonly language: string | undefined;
  readonly package: string;
  readonly packages: ReadonlySet<string>;
  readonly hasGids: boolean;
  /** The id of a node by its uid. */
  readonly idOf: ReadonlyMap<string, string>;
  /** The attachments of artifacts that the file has anyway. */
  readonly artifacts: ReadonlyMap<string, SacmArtifact>;
  /** New artifacts for a node's further attachments; gives their ids. */
  readonly attach: (node: CaseNode, before: number) => readonly string[];
}

export function itemOfNode(node: CaseNode, id: string, given: ToWrite): SacmItem {
  const own = recordOf(node.layers?.[layer]);
  const nodeClass = classOf(node, own["class"]);
  const expected = declarationOf(node, nodeClass);
  const declaration = expected === "asserted" ? (textIn(own["declaration"]) ?? expected) : expected;
  const language = textIn(own["language"]) ?? given.language;
  const kept = textsIn(own["texts"]);
  const said = saidOf(kept, language);
  const isKept = kept.length > 0 && said.text === node.text && isSame(said.translations, node.translations);
  const within = textIn(own["package"]);
  const cited = citedBy(node, textIn(own["cited"]), given);
  const attributes = new Map(attributesIn(own["attributes"], ownOfNodes));
  const before = referencedIds(attributes).filter((each) => given.artifacts.has(each)).length;
  const artifacts = nodeClass === "ArtifactReference" ? given.attach(node, before) : [];
  if (artifacts.length > 0) {
    const name = "referencedArtifactElement";
    attributes.set(name, [attributes.get(name) ?? "", ...artifacts].join(" ").trim());
  }
  const gid = textIn(own["gid"]) ?? (given.hasGids ? id : undefined);
  return {
    id,
    ...(gid === undefined ? {} : { gid }),
    class: nodeClass,
    ...(node.label === "" ? {} : { name: node.label }),
    names: [],
    texts: isKept ? kept : textsToWrite(node.text, node.translations, language),
    tags: tagsOfNode(node),
    attributes,
    elements: elementsIn(own["elements"]),
    package: within !== undefined && given.packages.has(within) ? within : given.package,
    ...(declaration === undefined ? {} : { declaration }),
    isAbstract: node.uninstantiated === true,
    ...(cited === undefined ? {} : { cited }),
  };
}

function classOf(node: CaseNode, kept: Json | undefined): NodeClass {
  const isKept = kept === "Claim" || kept === "ArtifactReference" || kept === "ArgumentReasoning";
  return isKept ? kept : classToWrite(node.type);
}

function citedBy({ away }: CaseNode, kept: string | undefined, { idOf }: ToWrite): string | undefined {
  if (away === undefined) return undefined;
  const id = kept === undefined ? undefined : idOf.get(kept);
  return id ?? `${encodeURIComponent(wellFormed(away.module))}#${encodeURIComponent(wellFormed(away.node))}`;
}

/** Halves of characters cannot be written in an address. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** A file's language in its own words, as a module keeps it. */
export function languageIn(extra: Json | undefined, language: string | undefined): string | undefined {
  const kept = textIn(recordOf(extra)["language"]);
  return kept !== undefined && languageOf(kept) === language ? kept : language;
}
