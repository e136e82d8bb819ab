/** D-Case Editor's mark of an undeveloped goal: a node of its own under it, which is no part of an argument. */

import type { Json } from "../model/json.ts";
import { isRecord } from "../xml/kept.ts";
import { addTo } from "../xml/lists.ts";
import { carrier, type FlatCase, type FlatLink, type FlatNode, saysNothing } from "./flat.ts";
import { attributesOfLayer } from "./node.ts";
import { kindOfLink, kindOfNode } from "./types.ts";

export interface Marks {
  /** What is left to be kept of a mark, by the id of the node that it marks; null where there is nothing. */
  readonly marked: ReadonlyMap<string, Json>;
  readonly nodes: readonly FlatNode[];
  readonly links: readonly FlatLink[];
}

/** Takes the marks off; one that says more than a mark stays a node. */
export function takeMarks(flat: FlatCase): Marks {
  const marks = new Map(flat.nodes.filter(({ type }) => type === "Undeveloped").map((node) => [node.id, node]));
  if (marks.size === 0) return { ...flat, marked: new Map() };
  const byId = new Map(flat.nodes.map((node) => [node.id, node]));
  const linksOf = new Map<string, FlatLink[]>();
  for (const link of flat.links) {
    for (const id of link.source === link.target ? [link.source] : [link.source, link.target]) {
      if (marks.has(id)) addTo(linksOf, id, link);
    }
  }
  const marked = new Map<string, Json>();
  const taken = new Set<FlatNode | FlatLink>();
  for (const [id, [link, ...others]] of linksOf) {
    const mark = marks.get(id);
    const parent = link === undefined ? undefined : byId.get(link.source);
    if (mark === undefined || link === undefined || parent === undefined) continue;
    if (others.length > 0 || !isMark(mark, link) || !canBeMarked(parent) || marked.has(parent.id)) continue;
    marked.set(parent.id, keptOf(mark, parent));
    taken.add(mark).add(link);
  }
  return {
    marked,
    nodes: flat.nodes.filter((node) => !taken.has(node)),
    links: flat.links.filter((link) => !taken.has(link)),
  };
}

function isMark(mark: FlatNode, link: FlatLink): boolean {
  const isPlain = [...link.attributes].every(([name, value]) => /^(?:name|siblingOrder)$/.test(name) || value === "");
  return (
    link.target === mark.id &&
    link.source !== mark.id &&
    kindOfLink(link.type) === "supportedBy" &&
    isPlain &&
    mark.elements.length + link.elements.length === 0 &&
    !mark.attributes.has(carrier)
  );
}

function canBeMarked(parent: FlatNode): boolean {
  const type = kindOfNode(parent.type, undefined)?.type ?? "goal";
  return parent.type !== "Undeveloped" && (type === "goal" || type === "strategy");
}

function keptOf(mark: FlatNode, parent: FlatNode): Json {
  const kept = [...mark.attributes].filter(
    ([name, value]) => !saysNothing(name, value) && (name !== "name" || value !== nameOfMark(parent)),
  );
  const own: readonly (readonly [string, Json])[] = [
    ...(mark.id === idOfMark(parent) ? [] : ([["id", mark.id]] as const)),
    ...(kept.length === 0 ? [] : ([["attributes", Object.fromEntries(kept)]] as const)),
  ];
  return own.length === 0 ? null : Object.fromEntries(own);
}

function idOfMark({ id }: FlatNode): string {
  return `${id}-undeveloped`;
}

function nameOfMark({ attributes }: FlatNode): string {
  return `U_${attributes.get("name") ?? ""}`;
}

/** The mark of a node that is about to be written. `isFree` says whether an id is nobody's yet. */
export function markOf(
  parent: FlatNode,
  kept: Json | undefined,
  isFree: (id: string) => boolean,
): FlatNode | undefined {
  if (!canBeMarked(parent)) return undefined;
  const own = isRecord(kept) ? kept : {};
  const id = [own["id"], idOfMark(parent)].find((each) => typeof each === "string" && isFree(each));
  if (typeof id !== "string") return undefined;
  const attributes = new Map(attributesOfLayer(own["attributes"]));
  if (!attributes.has("name")) attributes.set("name", nameOfMark(parent));
  return { type: "Undeveloped", id, attributes, elements: [] };
}
