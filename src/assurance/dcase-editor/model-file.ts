/** D-Case Editor's own file, `dcase_model`: every node and every link is an element with attributes (its `dcase_model.xsd`). */

import type { Json } from "../model/json.ts";
import { elementsOfKept, keptElement } from "../xml/kept.ts";
import { type XmlOut, xml } from "../xml/print.ts";
import {
  attributeOf,
  childNamed,
  isOfSyntax,
  localOf,
  prefixedAttribute,
  prefixedName,
  spanOfTag,
  spanOfValue,
  type XmlElement,
} from "../xml/tree.ts";
import type { Attributes, FlatCase, FlatItem, FlatLink, FlatNode } from "./flat.ts";
import { foreignNamespaces, namespaceAttributes } from "./namespaces.ts";
import { currentLink, currentNode } from "./old-names.ts";
import { currentType } from "./types.ts";

const namespace = "http://www.dependable-os.net/2013/11/dcase_model/";

export function readModel(root: XmlElement): FlatCase {
  const isOld = Object.values(root.attributes).some((value) => value.includes("dependable-os.net/2010/"));
  const children = root.elements;
  const nodeElements = children.filter(({ local }) => local === "rootBasicNode");
  const ids = idsOf(nodeElements);
  const own = (item: FlatItem): FlatItem => (isOld ? { ...item, attributes: currentNode(item.attributes) } : item);
  const nodes = nodeElements.map((each, at): FlatNode => ({ ...own(itemOf(each, () => false)), id: ids[at] ?? "" }));
  const links = children
    .filter(({ local }) => local === "rootBasicLink")
    .map((each): FlatLink => linkOf(each, ids, isOld));
  const others = children.filter(({ local }) => local !== "rootBasicNode" && local !== "rootBasicLink");
  const argument = own(itemOf(root, () => true));
  const id = attributeOf(root, "id");
  return {
    attributes: id === undefined ? argument.attributes : new Map([["id", id], ...argument.attributes]),
    elements: others.map((each) => keptElement(each)),
    namespaces: foreignNamespaces(root),
    nodes,
    links,
    ...(argument.spanOf === undefined ? {} : { spanOf: argument.spanOf }),
  };
}

/** Files of other tools may leave ids out, and refer to nodes by their places. */
function idsOf(nodes: readonly XmlElement[]): readonly string[] {
  const given = nodes.map((node) => attributeOf(node, "id") ?? prefixedAttribute(node, "id") ?? "");
  const taken = new Set(given);
  return given.map((id, at) => {
    if (id !== "") return id;
    let fresh = `_n${at + 1}`;
    while (taken.has(fresh)) fresh = `${fresh}-`;
    taken.add(fresh);
    return fresh;
  });
}

const readElsewhere: ReadonlySet<string> = new Set(["id", "source", "target", "xsi:type", "xmi:type", "xmi:id"]);

/** `isKnown` tells the elements within it that are read as something else. */
function itemOf(element: XmlElement, isKnown: (child: XmlElement) => boolean): FlatItem {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(element.attributes))
    if (!readElsewhere.has(name) && !isOfSyntax(name)) attributes.set(name, value);
  const type = prefixedAttribute(element, "type");
  return {
    type: currentType(localOf(type ?? "")),
    attributes,
    elements: element.elements.flatMap((each) => (isKnown(each) ? [] : [keptElement(each)])),
    spanOf: (name) => {
      if (name === undefined) return spanOfTag(element);
      return spanOfValue(element, name === "type" ? (prefixedName(element, name) ?? name) : name);
    },
  };
}

function linkOf(element: XmlElement, ids: readonly string[], isOld: boolean): FlatLink {
  const item = itemOf(element, ({ local }) => local === "source" || local === "target");
  return {
    ...item,
    attributes: isOld ? currentLink(item.attributes) : item.attributes,
    source: endOf(element, "source", ids),
    target: endOf(element, "target", ids),
  };
}

/** `#id`, `//@rootBasicNode.3`, or an element with an `href`, where it leads into another file. */
function endOf(element: XmlElement, name: "source" | "target", ids: readonly string[]): string {
  const child = childNamed(element, name);
  const value = attributeOf(element, name) ?? (child === undefined ? undefined : attributeOf(child, "href")) ?? "";
  const place = /^\/\/@rootBasicNode\.(\d+)$/.exec(value);
  if (place !== null) return ids[Number(place[1])] ?? value;
  return value.startsWith("#") ? value.slice(1) : value;
}

export function writeModel(flat: FlatCase): XmlOut {
  const prefixes = [
    ["xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"],
    ["xmlns:dcase", namespace],
    ...namespaceAttributes(flat.namespaces, ["xsi", "dcase"]),
  ] as const;
  return xml(
    "dcase:Argument",
    [...prefixes, ...flat.attributes],
    [
      ...flat.nodes.map((node) => itemElement("rootBasicNode", node, [["id", node.id]], node.attributes)),
      ...flat.links.map((link, at) =>
        itemElement(
          "rootBasicLink",
          link,
          [
            ["id", link.id ?? `_link${at + 1}`],
            ["source", `#${link.source}`],
            ["target", `#${link.target}`],
          ],
          link.attributes,
        ),
      ),
      ...kept(flat.elements),
    ],
  );
}

function itemElement(
  name: string,
  item: FlatItem,
  ahead: readonly (readonly [string, string])[],
  attributes: Attributes,
): XmlOut {
  return xml(name, [["xsi:type", `dcase:${item.type}`], ...ahead, ...attributes], kept(item.elements));
}

function kept(elements: readonly Json[]): readonly XmlOut[] {
  return elementsOfKept(elements);
}
