/** The file that D-Case tools exchange, `.dcase`: descriptions, properties and parameters as elements (its `dcase.xsd`). */

import type { Span } from "../../text/index.ts";
import { elementsOfKept, keptElement } from "../xml/kept.ts";
import { type XmlOut, xml } from "../xml/print.ts";
import {
  attributeOf,
  childrenNamed,
  isOfSyntax,
  spanOfTag,
  spanOfValue,
  textOf,
  type XmlElement,
} from "../xml/tree.ts";
import type { Attributes, FlatCase, FlatItem, FlatLink, FlatNode } from "./flat.ts";
import { foreignNamespaces, namespaceAttributes } from "./namespaces.ts";
import { definitionsOf, rowsOf, valuesOf } from "./parameters.ts";
import { currentType } from "./types.ts";

const namespace = "http://www.dependable-os.net/2013/11/dcase";

export function readExchange(root: XmlElement): FlatCase {
  const nodes = childrenNamed(root, "nodes").flatMap((list) => childrenNamed(list, "node"));
  const links = childrenNamed(root, "links").flatMap((list) => childrenNamed(list, "link"));
  const argument = itemOf(root, "");
  const id = attributeOf(root, "id");
  return {
    ...argument,
    attributes: id === undefined ? argument.attributes : new Map([["id", id], ...argument.attributes]),
    namespaces: foreignNamespaces(root),
    nodes: nodes.map((each, at): FlatNode => ({ ...itemOf(each, ""), id: attributeOf(each, "id") ?? `_n${at + 1}` })),
    links: links.map(
      (each): FlatLink => ({
        ...itemOf(each, "SupportedBy"),
        source: endOf(each, "source"),
        target: endOf(each, "target"),
      }),
    ),
  };
}

/** Without the sign that D-Case Editor's own file puts ahead of ids. */
function endOf(link: XmlElement, name: string): string {
  return (attributeOf(link, name) ?? "").replace(/^#/, "");
}

function itemOf(element: XmlElement, usual: string): FlatItem {
  const attributes = new Map<string, string>();
  const places = new Map<string, () => Span | undefined>();
  const set = (name: string, value: string | undefined, place: () => Span | undefined): void => {
    if (value === undefined || attributes.has(name)) return;
    attributes.set(name, value);
    places.set(name, place);
  };
  for (const [name, value] of Object.entries(element.attributes)) {
    if (isOfSyntax(name)) continue;
    const place = (): Span | undefined => spanOfValue(element, name);
    if (/^(?:id|type|source|target)$/.test(name)) places.set(name, place);
    else set(name === "subtype" ? "subType" : name, value, place);
  }
  const unknown: XmlElement[] = [];
  for (const child of element.elements) {
    if (child.local === "description") set("desc", textOf(child), () => spanOfTag(child));
    else if (child.local === "properties") {
      for (const property of childrenNamed(child, "property"))
        set(lowerFirst(attributeOf(property, "name") ?? ""), attributeOf(property, "value"), () => spanOfTag(property));
    } else if (child.local === "parameters") {
      const rows = childrenNamed(child, "parameter").map(rowOf);
      set("parameterDefs", definitionsOf(rows), () => spanOfTag(child));
      set("parameterVals", valuesOf(rows), () => spanOfTag(child));
    } else if (child.local === "responsibility") {
      set("respName", attributeOf(child, "name"), () => spanOfTag(child));
      set("respAddress", attributeOf(child, "address"), () => spanOfTag(child));
      set("respIcon", attributeOf(child, "icon"), () => spanOfTag(child));
    } else if (child.local !== "nodes" && child.local !== "links") unknown.push(child);
  }
  return {
    type: currentType(attributeOf(element, "type") ?? usual),
    attributes,
    elements: unknown.map((each) => keptElement(each)),
    spanOf: (name) => (name === undefined ? spanOfTag(element) : places.get(name)?.()),
  };
}

function rowOf(parameter: XmlElement): ReadonlyMap<string, string> {
  const given = Object.entries(parameter.attributes);
  const [ahead, others] = [["name", "type"], given];
  return new Map([...ahead.flatMap((key) => others.filter(([name]) => name === key)), ...others]);
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

export function writeExchange(flat: FlatCase): XmlOut {
  return xml(
    "dcase",
    [["xmlns", namespace], ...namespaceAttributes(flat.namespaces, []), ...attributesOf(flat.attributes)],
    [
      ...partsOf(flat),
      xml(
        "nodes",
        {},
        flat.nodes.map((node) => itemElement("node", node, [["id", node.id]])),
      ),
      xml(
        "links",
        {},
        flat.links.map((link, at) =>
          itemElement("link", link, [
            ["source", link.source],
            ["target", link.target],
            ["id", link.id ?? `_link${at + 1}`],
          ]),
        ),
      ),
      ...elementsOfKept(flat.elements),
    ],
  );
}

function itemElement(name: string, item: FlatItem, ahead: readonly (readonly [string, string])[]): XmlOut {
  const type = item.type === "DcaseLink004" ? "Link004" : item.type;
  return xml(
    name,
    [["type", type], ...ahead, ...attributesOf(item.attributes)],
    [...partsOf(item), ...elementsOfKept(item.elements)],
  );
}

/** What the format writes as attributes; all others are properties. */
function attributesOf(attributes: Attributes): readonly (readonly [string, string])[] {
  return [...attributes]
    .filter(([name]) => isAttribute(name))
    .map(([name, value]) => [name === "subType" ? "subtype" : name, value]);
}

function isAttribute(name: string): boolean {
  return /^(?:id|name|status|subType)$/.test(name) || name.includes(":");
}

const elsewhere = /^(?:desc|parameter(?:Defs|Vals)|resp(?:Name|Address|Icon))$/;

function partsOf({ attributes }: Pick<FlatItem, "attributes">): readonly XmlOut[] {
  const properties = [...attributes].filter(([name]) => !isAttribute(name) && !elsewhere.test(name));
  const rows = rowsOf(attributes.get("parameterDefs") ?? "", attributes.get("parameterVals") ?? "");
  const [name, address, icon] = ["respName", "respAddress", "respIcon"].map((key) => attributes.get(key));
  const isAnswered = [name, address, icon].some((value) => value !== undefined);
  return [
    xml(
      "description",
      {},
      [attributes.get("desc") ?? ""].filter((text) => text !== ""),
    ),
    xml(
      "properties",
      {},
      properties.map(([key, value]) => xml("property", { name: upperFirst(key), value })),
    ),
    ...(rows.length === 0
      ? []
      : [
          xml(
            "parameters",
            {},
            rows.map((row) => xml("parameter", [...row])),
          ),
        ]),
    ...(isAnswered ? [xml("responsibility", { name, address, icon })] : []),
  ];
}

function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
