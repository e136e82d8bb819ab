/** Elements that no part of a case stands for, as JSON within the case, and back as XML. */

import type { Json } from "../model/json.ts";
import { isQualifiedName } from "./characters.ts";
import { isTooDeep } from "./json-text.ts";
import { mostAttributes, mostDepth } from "./limits.ts";
import { type XmlOut, xml } from "./print.ts";
import type { XmlElement } from "./tree.ts";

/**
 * `[name, attributes, ...children]`; what was text is a string. `value` gives an attribute's value as it is to be kept.
 * The tree is no deeper than its reader allows, so that this may call itself.
 */
export function keptElement(element: XmlElement, value: (text: string) => string = (text) => text): Json {
  return [
    element.name,
    Object.fromEntries(Object.entries(element.attributes).map(([name, each]) => [name, value(each)])),
    ...element.children.map((child) => (typeof child === "string" ? child : keptElement(child, value))),
  ];
}

/** undefined for what is no kept element. */
export function elementOfKept(kept: Json): XmlOut | undefined {
  return isTooDeep(kept, deepestKept) ? undefined : element(kept);
}

/** Each element is a list within a list; the elements around it need room as well. */
const deepestKept = mostDepth - 10;

/** Those of a list that are kept elements. */
export function elementsOfKept(kept: Json | undefined): readonly XmlOut[] {
  if (!Array.isArray(kept)) return [];
  return (kept as readonly Json[]).map(elementOfKept).filter((each) => each !== undefined);
}

function element(kept: Json): XmlOut | undefined {
  if (!Array.isArray(kept)) return undefined;
  const [name, attributes, ...children] = kept as readonly Json[];
  if (typeof name !== "string" || !isQualifiedName(name) || !isRecord(attributes)) return undefined;
  const given = Object.entries(attributes).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && isQualifiedName(pair[0]),
  );
  if (given.length > mostAttributes) return undefined;
  const inner = children.map((child) => (typeof child === "string" ? child : element(child)));
  return xml(
    name,
    given,
    inner.filter((child) => child !== undefined),
  );
}

export function isRecord(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function recordOf(value: Json | undefined): { readonly [name: string]: Json } {
  return isRecord(value) ? value : {};
}
