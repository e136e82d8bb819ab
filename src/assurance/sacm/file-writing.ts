/** Packages, nodes and relations as XML: SACM 2.3, in the namespaces of its reference implementation (the specification gives none). */

import { isPlainName } from "../xml/characters.ts";
import { groupedBy } from "../xml/lists.ts";
import { type XmlOut, xml } from "../xml/print.ts";
import { ownPackageElement } from "./artifacts.ts";
import { prefixes, qualified } from "./classes.ts";
import type { SacmFile, SacmItem, SacmPackage, SacmRelation, SacmThing } from "./items.ts";
import { textElement } from "./lang-texts.ts";
import { keptElements, keptPackages } from "./parts.ts";
import { tagElement } from "./tags.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

export function writeFile(file: SacmFile): XmlOut {
  const own = ownPackageElement(file.ownArtifacts);
  const root: SacmThing = file.root ?? nothing;
  return xml(
    "assuranceCase_:AssuranceCasePackage",
    [
      ["xmi:version", "2.0"],
      ["xmlns:xmi", "http://www.omg.org/XMI"],
      ["xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"],
      ...Object.entries(prefixes).map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const),
      ...namespaces(file),
      ...attributesOf(root, {}),
    ],
    [
      ...partsOf(root),
      ...(own === undefined ? [] : [own]),
      ...packagesWithin(undefined, grouped(file)),
      ...keptPackages(file.others),
    ],
  );
}

const nothing: SacmThing = {
  id: "",
  class: "AssuranceCasePackage",
  names: [],
  texts: [],
  tags: [],
  attributes: new Map(),
  elements: [],
};

function namespaces(file: SacmFile): readonly (readonly [string, string])[] {
  return Object.entries(file.namespaces)
    .filter(([prefix, uri]) => isPlainName(prefix) && !/^xml|^xmi$|^xsi$/i.test(prefix) && uri !== "")
    .filter(([prefix]) => !Object.hasOwn(prefixes, prefix))
    .map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const);
}

interface Grouped {
  readonly packages: ReadonlyMap<string | undefined, readonly SacmPackage[]>;
  readonly nodes: ReadonlyMap<string, readonly SacmItem[]>;
  readonly relations: ReadonlyMap<string, readonly SacmRelation[]>;
}

function grouped({ packages, nodes, relations }: SacmFile): Grouped {
  return {
    packages: groupedBy(packages, ({ within }) => within),
    nodes: groupedBy(nodes, (each) => each.package),
    relations: groupedBy(relations, (each) => each.package),
  };
}

/** Packages lie no deeper in each other than a reader allows, and in no circle, so that this may call itself. */
function packagesWithin(outer: SacmPackage | undefined, all: Grouped): readonly XmlOut[] {
  return (all.packages.get(outer?.id) ?? []).map((each) => {
    const isCase = each.class.startsWith("AssuranceCase");
    const isInArgument = outer !== undefined && !outer.class.startsWith("AssuranceCase");
    const name = isCase ? "assuranceCasePackage" : isInArgument ? "argumentationElement" : "argumentPackage";
    const isUsual = each.class === (isCase ? "AssuranceCasePackage" : "ArgumentPackage") && !isInArgument;
    return element(name, each, { "xsi:type": isUsual ? undefined : qualified(each.class) }, [
      ...(all.nodes.get(each.id) ?? []).map(nodeElement),
      ...(all.relations.get(each.id) ?? []).map(relationElement),
      ...packagesWithin(each, all),
    ]);
  });
}

function nodeElement(item: SacmItem): XmlOut {
  const [attributes, cited] = itemAttributes(item);
  return element("argumentationElement", item, attributes, cited);
}

function relationElement(relation: SacmRelation): XmlOut {
  const [attributes, cited] = itemAttributes(relation);
  const { sources, targets, reasoning, isCounter } = relation;
  return element(
    "argumentationElement",
    relation,
    {
      ...attributes,
      isCounter: isCounter ? "true" : undefined,
      source: listed(sources),
      target: listed(targets),
      reasoning,
    },
    cited,
  );
}

function listed(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** What lies in another file is cited by an element, as XMI has it. */
function itemAttributes(item: SacmItem): readonly [Attributes, readonly XmlOut[]] {
  const { declaration, isAbstract, cited } = item;
  const isElsewhere = cited?.includes("#") ?? false;
  const attributes = {
    "xsi:type": qualified(item.class) ?? item.class,
    isCitation: cited === undefined ? undefined : "true",
    isAbstract: isAbstract ? "true" : undefined,
    citedElement: isElsewhere ? undefined : cited,
    assertionDeclaration: declaration === "asserted" ? undefined : declaration,
  };
  return [attributes, isElsewhere ? [xml("citedElement", { href: cited })] : []];
}

function element(name: string, thing: SacmThing, attributes: Attributes, children: readonly XmlOut[]): XmlOut {
  const { "xsi:type": type, ...others } = attributes;
  return xml(name, attributesOf(thing, others, type), [...partsOf(thing), ...children]);
}

function attributesOf(thing: SacmThing, own: Attributes, type?: string): readonly (readonly [string, string])[] {
  const ahead = { "xsi:type": type, "xmi:id": thing.id, gid: thing.gid, ...own };
  const given = Object.entries(ahead).filter((pair): pair is [string, string] => pair[1] !== undefined);
  // Attributes of a foreign file come behind, and are none of these.
  const names = new Set(given.map(([name]) => name));
  return [...given, ...[...thing.attributes].filter(([name]) => !names.has(name))];
}

function partsOf({ name, texts, tags, elements }: SacmThing): readonly XmlOut[] {
  const description = textElement("description", texts);
  return [
    ...(name === undefined ? [] : [xml("name", { content: name })]),
    ...(description === undefined ? [] : [description]),
    ...keptElements(elements),
    ...tags.map(tagElement),
  ];
}
