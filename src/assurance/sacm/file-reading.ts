/** The tree of a file of SACM, of whatever version and dialect, as packages, nodes and relations. */

import type { Json } from "../model/json.ts";
import type { Trouble } from "../model/reading.ts";
import {
  attributeOf,
  childNamed,
  childrenNamed,
  isOfSyntax,
  prefixedAttribute,
  spanOfTag,
  spanOfValue,
  type XmlElement,
} from "../xml/tree.ts";
import { artifactsIn, isOwnPackage, ownArtifactsIn } from "./artifacts.ts";
import {
  classOf,
  isArgumentPackage,
  isCasePackage,
  isOtherPackage,
  nodeClassOf,
  prefixes,
  relationClassOf,
} from "./classes.ts";
import type { LangText, SacmArtifact, SacmFile, SacmItem, SacmPackage, SacmRelation, SacmThing } from "./items.ts";
import { langTextsIn, nameIn } from "./lang-texts.ts";
import { isOwnElement, isPart, type OwnAttributes, ownOfNodes, ownOfPackages, ownOfRelations } from "./parts.ts";
import { type References, referencesIn } from "./references.ts";
import { tagOf } from "./tags.ts";

export interface FileReading {
  readonly file: SacmFile;
  readonly warnings: readonly Trouble[];
}

/** undefined where the tree holds no argument at all. */
export function readFile(tree: XmlElement): FileReading | undefined {
  const references = referencesIn(tree);
  const warnings: Trouble[] = [...references.warnings];
  let root: SacmThing | undefined;
  const packages: SacmPackage[] = [];
  const nodes: SacmItem[] = [];
  const relations: SacmRelation[] = [];
  const others: Json[] = [];
  const ownArtifacts: SacmArtifact[] = [];
  const otherPackages: XmlElement[] = [];
  let foreign: XmlElement | undefined;
  let gids = 0;

  interface Step {
    readonly element: XmlElement;
    readonly within: string | undefined;
  }
  const work: Step[] = [{ element: tree, within: undefined }];
  for (let step = work.pop(); step !== undefined; step = work.pop()) {
    const { element, within } = step;
    const name = classOf(element);
    const isRoot = isCasePackage(name) && root === undefined && packages.length === 0;
    if (isRoot || isCasePackage(name) || isArgumentPackage(name)) {
      const thing = thingOf(element, references, ownOfPackages, isPart);
      if (isRoot) root = thing;
      else packages.push({ ...thing, ...(within === undefined ? {} : { within }) });
      const inner = isRoot ? undefined : thing.id;
      const parts = element.elements.filter(isPart);
      for (const part of parts.toReversed()) work.push({ element: part, within: inner });
    } else if (isOtherPackage(name)) {
      otherPackages.push(element);
      if (isOwnPackage(element, references)) ownArtifacts.push(...ownArtifactsIn(element, references));
      else others.push(references.keep(element));
    } else if (within !== undefined && relationClassOf(name) !== undefined) {
      relations.push(relationOf(element, within, references));
      if (usesGid(element, references)) gids += 1;
    } else if (within !== undefined && nodeClassOf(name) !== undefined) {
      nodes.push(itemOf(element, within, references));
      if (usesGid(element, references)) gids += 1;
    } else {
      // A container of some other metamodel, with a case somewhere within it.
      if (element !== tree || tree.local !== "XMI") foreign ??= element;
      for (const child of element.elements.toReversed()) work.push({ element: child, within });
    }
  }
  if (root === undefined && packages.length === 0) return undefined;
  if (foreign !== undefined && foreign === tree) warnings.push(isForeign(tree));
  const file: SacmFile = {
    ...(root === undefined ? {} : { root }),
    packages,
    nodes,
    relations,
    others,
    artifacts: artifactsIn(otherPackages, references),
    ownArtifacts,
    namespaces: namespacesOf(tree),
    hasGids: gids > nodes.length / 2,
  };
  return { file, warnings };
}

/** Whether a thing is known by its `gid`, alone or, as it is written here, besides. */
function usesGid(element: XmlElement, references: References): boolean {
  return attributeOf(element, "gid") === references.idOf(element);
}

function namespacesOf(tree: XmlElement): Readonly<Record<string, string>> {
  const own = /sacm|\bARM\b|gsn\b|w3\.org|omg\.org\/(?:spec\/)?XMI/i;
  const found = Object.entries(tree.attributes)
    .filter(([name, value]) => name.startsWith("xmlns:") && !own.test(value))
    .map(([name, value]) => [name.slice("xmlns:".length), value] as const);
  return Object.fromEntries(found.filter(([prefix]) => !Object.hasOwn(prefixes, prefix)));
}

function isForeign(tree: XmlElement): Trouble {
  return {
    code: "FIL-08",
    message: `the file is one of \`${tree.name}\`, with a case of SACM in it`,
    span: spanOfTag(tree),
    help: "only the case was read; keep the file for all else",
  };
}

function thingOf(
  element: XmlElement,
  references: References,
  isOwn: OwnAttributes,
  isElsewhere: (child: XmlElement) => boolean,
): SacmThing {
  const names = nameIn(element, references);
  const [name, ...otherNames] = names;
  const [texts, ...otherTexts] = textsOf(element, references);
  const attributes = new Map<string, string>();
  for (const [each, value] of Object.entries(element.attributes))
    if (!isOfSyntax(each) && !isOwn(each)) attributes.set(each, references.resolveAll(value));
  const tags = childrenNamed(element, "taggedValue").map((child) => ({ child, tag: tagOf(child, references) }));
  const isTag = new Set(tags.filter(({ tag }) => tag !== undefined).map(({ child }) => child));
  const kept = element.elements.filter((child) => !isTag.has(child) && !isElsewhere(child) && !isOwnElement(child));
  const gid = attributeOf(element, "gid") ?? "";
  const id = references.idOf(element);
  return {
    id,
    ...(gid === "" || gid === id ? {} : { gid }),
    class: classOf(element),
    ...(name === undefined ? {} : { name: name.content }),
    names: otherNames,
    texts: texts ?? [],
    tags: tags.flatMap(({ tag }) => (tag === undefined ? [] : [tag])),
    attributes,
    elements: [...otherTexts.map(noteOf), ...kept.map((child) => references.keep(child))],
    spanOf: (part) => spanOf(element, part),
  };
}

/** What a thing says: its content, or a statement, or else its description; first of all what is its text. */
function textsOf(element: XmlElement, references: References): readonly (readonly LangText[])[] {
  const forms = ["content", "statement", "description"].map((name): readonly LangText[] => {
    const written = attributeOf(element, name) ?? "";
    if (written !== "") return [{ content: written }];
    return childrenNamed(element, name).flatMap((child) => langTextsIn(child, references));
  });
  return forms.filter((texts) => texts.length > 0);
}

/** What says more than the text of a thing is a Note on it in SACM 2.3. */
function noteOf(texts: readonly LangText[]): Json {
  const values = texts.map(({ lang, content, more }) => [
    "value",
    { ...more, ...(lang === undefined ? {} : { lang }), content },
  ]);
  return ["note", {}, ["content", {}, ...values]];
}

function itemOf(element: XmlElement, within: string, references: References): SacmItem {
  const declaration = declarationOf(element);
  const cited = citedBy(element, references);
  return {
    ...thingOf(element, references, ownOfNodes, () => false),
    package: within,
    ...(declaration === undefined ? {} : { declaration }),
    isAbstract: isTrue(element, "isAbstract") || isTrue(element, "uninstantiated"),
    ...(cited === undefined ? {} : { cited }),
  };
}

/** SACM 1.x had attributes of its own for what is assumed and what needs support; GSN's metamodel has one for the latter. */
function declarationOf(element: XmlElement): string | undefined {
  const declaration = attributeOf(element, "assertionDeclaration");
  if (declaration !== undefined) return declaration;
  if (isTrue(element, "assumed")) return "assumed";
  if (isTrue(element, "toBeSupported") || isTrue(element, "undeveloped")) return "needsSupport";
  return undefined;
}

function citedBy(element: XmlElement, references: References): string | undefined {
  const [cited] = referencesOf(element, "citedElement");
  if (cited === undefined || cited === "") return undefined;
  return cited.includes("#") && !cited.startsWith("#") ? cited : references.resolve(cited);
}

function isTrue(element: XmlElement, name: string): boolean {
  return attributeOf(element, name) === "true";
}

function relationOf(element: XmlElement, within: string, references: References): SacmRelation {
  const [sources, targets] = ["source", "target"].map((name) => referencesOf(element, name).map(references.resolve));
  const [reasoning] = referencesOf(element, "reasoning").map(references.resolve);
  const declaration = declarationOf(element);
  return {
    ...thingOf(element, references, ownOfRelations, () => false),
    package: within,
    ...(declaration === undefined ? {} : { declaration }),
    isAbstract: false,
    sources: sources ?? [],
    targets: targets ?? [],
    ...(reasoning === undefined || reasoning === "" ? {} : { reasoning }),
    ...counterOf(element),
  };
}

/** SACM 1.x had classes of their own for relations that speak against something. */
function counterOf(element: XmlElement): Pick<SacmRelation, "class" | "isCounter"> {
  const name = classOf(element);
  if (name === "AssertedChallenge") return { class: "AssertedInference", isCounter: true };
  if (name === "AssertedCounterEvidence") return { class: "AssertedEvidence", isCounter: true };
  return { class: name, isCounter: isTrue(element, "isCounter") };
}

/** In an attribute, parted by spaces, or in elements with `href`, `ref` or `idref`. */
function referencesOf(element: XmlElement, name: string): readonly string[] {
  const given = attributeOf(element, name);
  if (given !== undefined) return given.split(/\s+/).filter((token) => token !== "");
  return childrenNamed(element, name).map(
    (child) =>
      attributeOf(child, "href") ??
      attributeOf(child, "ref") ??
      prefixedAttribute(child, "idref") ??
      prefixedAttribute(child, "id") ??
      "",
  );
}

function spanOf(element: XmlElement, part: string | undefined) {
  if (part === undefined) return spanOfTag(element);
  const child = childNamed(element, part);
  return spanOfValue(element, part) ?? (child === undefined ? undefined : spanOfTag(child));
}
