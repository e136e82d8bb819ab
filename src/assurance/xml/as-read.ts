/** What a reader will see of XML that is about to be written, without writing and reading it. */

import { writable } from "./characters.ts";
import type { XmlOut } from "./print.ts";
import { elementsAmong, type XmlElement } from "./tree.ts";

/** Elements are no deeper in each other than the reader allows, so that this may call itself. */
export function asRead({ name, attributes, children }: XmlOut): XmlElement {
  const read = asReadChildren(children);
  const given: Record<string, string> = Object.create(null);
  for (const [key, value] of attributes) given[key] = writable(value);
  return {
    name,
    local: name.slice(name.indexOf(":") + 1),
    attributes: given,
    children: read,
    elements: elementsAmong(read),
    start: 0,
    end: 0,
    source: "",
  };
}

function asReadChildren(children: XmlOut["children"]): readonly (XmlElement | string)[] {
  const read: (XmlElement | string)[] = [];
  let text = "";
  const keep = (): void => {
    if (/\S/.test(text) || (text !== "" && children.every((child) => typeof child === "string"))) read.push(text);
    text = "";
  };
  for (const child of children) {
    if (typeof child === "string") text += writable(child);
    else {
      keep();
      read.push(asRead(child));
    }
  }
  keep();
  return read;
}
