/** Where the parts of the newest revision stand. */

import type { Span } from "../../text/index.ts";
import type { DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Places } from "../model/places.ts";
import { behindBlanks, lineFinder } from "./lines.ts";
import { type NodeText, spanOf, uidSpanOf } from "./node-line.ts";
import type { Part } from "./outline.ts";
import { readTagLine } from "./tag-line.ts";

/** The tags that fields stand in. */
const tagsOfFields: Readonly<Record<string, RegExp>> = {
  undeveloped: /^Undeveloped$/,
  uninstantiated: /^Uninstantiated$/,
  defeated: /^Defeated$/,
  owner: /^Owner$/,
  validUntil: /^ValidUntil$/,
  url: /^Url$/,
  kind: /^Kind$/,
  type: /^Type$/,
  away: /^Away\./,
  evidence: /^Evidence(?:\.|$)/,
  monitor: /^Monitor\./,
  translations: /^Text\./,
  challenges: /^Challenges$/,
  responsibility: /^Responsibility$/,
};

/** `lines` has those of the case's nodes; a node whose words stand in another revision has no places but its line. */
export function placesOf(
  text: string,
  whole: DCase,
  lines: (uid: string) => NodeText | undefined,
  header: Part | undefined,
): Places {
  const wordsAt = wordFinder(text);
  const moduleAt = (key: string | undefined, item: string | undefined): Span | undefined => {
    const name = item ?? (key === undefined ? undefined : `${key.charAt(0).toUpperCase()}${key.slice(1)}`);
    const first = header && { start: header.at.start, end: Math.min(header.at.end, header.at.start + 1) };
    return name === undefined ? first : header?.tags.find((tag) => tag.name === name)?.at;
  };
  return {
    of: (uid, key, item) => {
      if (uid === undefined) return moduleAt(key, item);
      const line = lines(uid);
      if (line === undefined) return undefined;
      if (key === undefined || key === "label") return spanOf(line);
      if (key === "uid") return uidSpanOf(line);
      if (key === "text") return wordsAt(line, (name) => name === undefined) ?? spanOf(line);
      if (key === "tags") return wordsAt(line, (name) => name !== undefined && (item ?? name) === name);
      const linked = linkedLine(whole, lines, uid, key, item);
      const tag = tagsOfFields[key];
      return linked ?? (tag === undefined ? undefined : wordsAt(line, (name) => name !== undefined && tag.test(name)));
    },
  };
}

/** An edge stands where the node at its other end does. */
function linkedLine(
  whole: DCase,
  lines: (uid: string) => NodeText | undefined,
  uid: string,
  key: string,
  label: string | undefined,
): Span | undefined {
  if (key !== "supportedBy" && key !== "inContextOf") return undefined;
  const index = indexOf(whole);
  for (const { kind, to } of index.out(uid)) {
    if (kind !== key || typeof to !== "string") continue;
    if (label !== undefined && index.byUid.get(to)?.label !== label) continue;
    const line = lines(to);
    return line && spanOf(line);
  }
  return undefined;
}

type Finder = (node: NodeText, fits: (tag: string | undefined) => boolean) => Span | undefined;

/** The first line below a node whose tag, or whose being none, fits. */
function wordFinder(text: string): Finder {
  const lineAt = lineFinder(text);
  return ({ body, bodyStart }, fits) => {
    for (let at = bodyStart; at < bodyStart + body.length; ) {
      const { start, end, next } = lineAt(at);
      at = next;
      const first = behindBlanks(text, start, end);
      if (first < end && fits(readTagLine(text.slice(first, end))?.[0])) return { start: first, end };
    }
    return undefined;
  };
}
