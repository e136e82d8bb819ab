/** What a reader will see of XML that is about to be written, without writing and reading it. */

import { writable } from "./characters.ts";
import type { XmlOut } from "./print.ts";
import type { XmlElement } from "./tree.ts";

const nowhere = { start: 0, end: 0 };

/** Elements are no deeper in each other than the reader allows, so that this may call itself. */
export function asRead({ name, attributes, children }: XmlOut): XmlElement {
  const given = attributes.map(([key, value]) => [key, { name: key, value: writable(value), span: nowhere }] as const);
  return {
    name,
    local: name.slice(name.indexOf(":") + 1),
    attributes: new Map(given),
    children: asReadChildren(children),
    span: nowhere,
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
