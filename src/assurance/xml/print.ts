/** XML as it is built, and its text: two spaces a level, texts kept to the letter. */

import { escapeAttribute, escapeText } from "./characters.ts";

export interface XmlOut {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (XmlOut | string)[];
}

/** An element; attributes without a value are left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> | XmlOut["attributes"],
  children: readonly (XmlOut | string)[] = [],
): XmlOut {
  if (Array.isArray(attributes)) return { name, attributes, children };
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { name, attributes: given, children };
}

export function printXml(root: XmlOut): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  const work: (XmlOut | string)[] = [root];
  const depths: number[] = [0];
  while (work.length > 0) {
    const next = work.pop() ?? "";
    const depth = depths.pop() ?? 0;
    if (typeof next === "string") {
      lines.push(next);
      continue;
    }
    const indent = depth < 0 ? "" : "  ".repeat(depth);
    const end = depth < 0 ? "" : "\n";
    const start = `${indent}<${next.name}${next.attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("")}`;
    if (next.children.length === 0) {
      lines.push(`${start}/>${end}`);
      continue;
    }
    // Where there is text, white space would become a part of it.
    const isInline = depth < 0 || next.children.some((child) => typeof child === "string");
    lines.push(isInline ? `${start}>` : `${start}>\n`);
    work.push(`${isInline ? "" : indent}</${next.name}>${end}`);
    depths.push(0);
    for (const child of next.children.toReversed()) {
      work.push(typeof child === "string" ? escapeText(child) : child);
      depths.push(isInline ? -1 : depth + 1);
    }
  }
  return lines.join("");
}
