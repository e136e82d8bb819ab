/** TaggedValues: SACM's own way to say what it has no field for. */

import type { CaseNode, Tag } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { writable } from "../xml/characters.ts";
import { jsonText, parsedJson } from "../xml/json-text.ts";
import { type XmlOut, xml } from "../xml/print.ts";
import type { Rest } from "../xml/rest.ts";
import { attributeOf, childNamed, childrenNamed, type XmlElement } from "../xml/tree.ts";
import { type SacmTag, tagPrefix } from "./items.ts";
import { langTextsIn } from "./lang-texts.ts";
import type { References } from "./references.ts";

/** The language of a value that is JSON. */
const json = "json";

/** undefined for a TaggedValue that says more than one key and one value. */
export function tagOf(element: XmlElement, references: References): SacmTag | undefined {
  for (const name in element.attributes) if (!/^(?:key|value|xsi:type)$/.test(name)) return undefined;
  if (element.elements.some(({ local }) => local !== "key" && local !== "content")) return undefined;
  const keys = textsNamed(element, "key", references);
  const values = textsNamed(element, "content", references);
  const [key, value] = [keys[0], values[0]];
  if (key === undefined || value === undefined || keys.length > 1 || values.length > 1) return undefined;
  if (key.lang !== undefined || (value.lang !== undefined && value.lang !== json) || value.more !== undefined)
    return undefined;
  return { key: key.content, content: value.content, isJson: value.lang === json };
}

function textsNamed(element: XmlElement, name: "key" | "content", references: References) {
  const given = attributeOf(element, name === "key" ? "key" : "value");
  if (given !== undefined) return [{ content: given }];
  const child = childNamed(element, name);
  if (child === undefined || childrenNamed(element, name).length > 1) return [];
  return langTextsIn(child, references);
}

export function tagElement({ key, content, isJson }: SacmTag): XmlOut {
  return xml("taggedValue", {}, [
    xml("content", {}, [xml("value", { lang: isJson ? json : undefined, content })]),
    xml("key", {}, [xml("value", { content: key })]),
  ]);
}

/** The tags of a case among them: those of nobody in particular. */
export function caseTags(tags: readonly SacmTag[]): readonly Tag[] {
  return tags
    .filter(({ key }) => !key.startsWith(tagPrefix))
    .map(({ key, ...tag }) => ({ name: key, value: jsonOf(tag) }));
}

function jsonOf({ content, isJson }: Omit<SacmTag, "key">): Json {
  const parsed = isJson ? parsedJson(content) : undefined;
  return parsed === undefined ? content : parsed.value;
}

export function tagsOfNode({ tags }: CaseNode): readonly SacmTag[] {
  return (tags ?? []).flatMap(({ name, value }) => tagWith(name, value));
}

function tagWith(key: string, value: Json): readonly SacmTag[] {
  // As JSON, a text may also hold what XML cannot.
  if (typeof value === "string" && writable(value) === value) return [{ key, content: value, isJson: false }];
  const content = jsonText(value);
  return content === undefined ? [] : [{ key, content, isJson: true }];
}

/** What no field of SACM can say, a tag for each part. */
export function tagsOfRest(rest: Rest | undefined): readonly SacmTag[] {
  return Object.entries(rest ?? {}).flatMap(([field, value]) => tagWith(`${tagPrefix}${field}`, value));
}

export function restOfTags(tags: readonly SacmTag[]): Rest | undefined {
  const own = tags.filter(({ key }) => key.startsWith(tagPrefix));
  if (own.length === 0) return undefined;
  return Object.fromEntries(own.map(({ key, ...tag }) => [key.slice(tagPrefix.length), jsonOf(tag)]));
}
