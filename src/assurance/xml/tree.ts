/** An XML file as a tree with places: names as they are written, attributes in order, text where it says something. */

import type { Span } from "../../text/index.ts";

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  /** Of the value, within its quotes. */
  readonly span: Span;
}

export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly local: string;
  /** By their names with prefixes. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  /** White space between elements is left out. */
  readonly children: readonly (XmlElement | string)[];
  /** Of its start tag. */
  readonly span: Span;
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

export function childrenNamed(element: XmlElement, local: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.local === local);
}

export function childNamed(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => typeof child !== "string" && child.local === local);
}

export function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.value;
}

/** The attribute of a name with any prefix: `xsi:type` and `xmi:type`, but not `type`. */
export function prefixedAttribute(element: XmlElement, local: string): XmlAttribute | undefined {
  for (const attribute of element.attributes.values()) {
    if (attribute.name.endsWith(local) && attribute.name.charAt(attribute.name.length - local.length - 1) === ":")
      return attribute;
  }
  return undefined;
}

/** Whether an attribute says nothing of the case: namespaces, the version of XMI, where a schema lies. */
export function isOfSyntax(name: string): boolean {
  return name === "xmlns" || /^(?:xmlns:|xmi:version$|xsi:schemaLocation$|xsi:noNamespaceSchemaLocation$)/.test(name);
}

export function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
