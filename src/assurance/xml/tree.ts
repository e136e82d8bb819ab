/** An XML file as a tree with places: names as they are written, attributes in order, text where it says something. */

import type { Span } from "../../text/index.ts";

/** Values by names with prefixes, in the order of the file; an object without a prototype, so that any name is its own. */
export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly local: string;
  readonly attributes: XmlAttributes;
  /** White space between elements is left out. */
  readonly children: readonly (XmlElement | string)[];
  /** The children that are no texts. */
  readonly elements: readonly XmlElement[];
  /** Of its start tag in the text of the file. */
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

/** The children themselves where none is a text, as of most elements. */
export function elementsAmong(children: readonly (XmlElement | string)[]): readonly XmlElement[] {
  const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== "string";
  return children.every(isElement) ? children : children.filter(isElement);
}

export function spanOfTag({ start, end }: XmlElement): Span {
  return { start, end };
}

/** Of an attribute's value, within its quotes; undefined where the element has none of this name. */
export function spanOfValue({ start, end, source }: XmlElement, name: string): Span | undefined {
  for (const match of source.slice(start, end).matchAll(/([^\s=<]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const [all, found, value = ""] = match;
    const to = start + match.index + all.length - 1;
    if (found === name) return { start: to - value.length + 2, end: to };
  }
  return undefined;
}

export function childrenNamed({ elements }: XmlElement, local: string): readonly XmlElement[] {
  return elements.some((child) => child.local === local) ? elements.filter((child) => child.local === local) : none;
}

const none: readonly XmlElement[] = [];

export function childNamed({ elements }: XmlElement, local: string): XmlElement | undefined {
  return elements.find((child) => child.local === local);
}

export function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === "string").join("");
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes[name];
}

/** The name of the attribute that is so called with any prefix: `xsi:type` and `xmi:type`, but not `type`. */
export function prefixedName({ attributes }: XmlElement, local: string): string | undefined {
  for (const name in attributes) {
    const at = name.length - local.length - 1;
    if (at > 0 && name.charCodeAt(at) === colon && name.endsWith(local)) return name;
  }
  return undefined;
}

export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  const name = prefixedName(element, local);
  return name === undefined ? undefined : element.attributes[name];
}

const colon = 58;

/** Whether an attribute says nothing of the case: namespaces, the version of XMI, where a schema lies. */
export function isOfSyntax(name: string): boolean {
  return name.startsWith("x") && /^(?:xmlns(?::|$)|xmi:version$|xsi:(?:noNamespaceS|s)chemaLocation$)/.test(name);
}

export function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
