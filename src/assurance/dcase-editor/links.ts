/** Links of D-Case Editor as relations of a case, and what of them no relation can hold. */

import type { CaseEdge } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import { isRecord } from "../xml/kept.ts";
import { addTo } from "../xml/lists.ts";
import { type Attributes, carrier, type FlatItem, type FlatLink, saysNothing } from "./flat.ts";
import { attributesOfLayer } from "./node.ts";
import { hasMeaning, kindOfLink, linkToWrite } from "./types.ts";

/** Ids and names of links are made by the tools and mean nothing; they are made anew. */
const understood: ReadonlySet<string> = new Set(["id", "name", "desc", "siblingOrder", carrier]);

/** The relation that a link alone stands for, between ids. */
export function edgeOf(link: FlatLink): CaseEdge {
  const note = link.attributes.get("desc") ?? "";
  return {
    kind: kindOfLink(link.type),
    from: link.source,
    to: link.target,
    ...(note === "" ? {} : { note }),
  };
}

/** Links in the order of their file, but those of one node among each other in the order that they name. */
export function inOrder(links: readonly FlatLink[]): readonly FlatLink[] {
  const places = new Map<string, number[]>();
  for (const [at, { source }] of links.entries()) addTo(places, source, at);
  const ordered = [...links];
  for (const mine of places.values()) {
    const sorted = mine.toSorted((one, other) => orderOf(links[one]) - orderOf(links[other]) || one - other);
    for (const [turn, from] of sorted.entries()) {
      const [to, link] = [mine[turn], links[from]];
      if (to !== undefined && link !== undefined) ordered[to] = link;
    }
  }
  return ordered;
}

/** Links without an order come last, as in the editor. */
function orderOf(link: FlatLink | undefined): number {
  const text = link?.attributes.get("siblingOrder") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : 1e9;
}

/** What a module keeps of a link, beside its relation; undefined where the relation says all. */
export function keptOfLink(link: FlatLink, { kind, from, to }: CaseEdge): Json | undefined {
  const attributes = [...link.attributes].filter(([name, value]) => !understood.has(name) && !saysNothing(name, value));
  const isOther = !hasMeaning(link.type) && (link.type !== linkToWrite(kind) || kind === "supportedBy");
  if (attributes.length === 0 && link.elements.length === 0 && !isOther) return undefined;
  if (typeof to !== "string") return undefined;
  return {
    kind,
    from,
    to,
    ...(isOther ? { type: link.type } : {}),
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    ...(link.elements.length === 0 ? {} : { elements: link.elements }),
  };
}

/** The kept parts of links by their relations, each for one relation. */
export function keptLinks(kept: Json | undefined): ReadonlyMap<string, readonly FlatItem[]> {
  const found = new Map<string, FlatItem[]>();
  for (const each of Array.isArray(kept) ? (kept as readonly Json[]) : []) {
    if (!isRecord(each)) continue;
    const { kind, from, to, type, attributes, elements } = each;
    if (typeof kind !== "string" || typeof from !== "string" || typeof to !== "string") continue;
    const key = keyOf(kind, from, to);
    const item: FlatItem = {
      type: typeof type === "string" && /^\w+$/.test(type) && !hasMeaning(type) ? type : "",
      attributes: attributesOfLayer(attributes),
      elements: Array.isArray(elements) ? (elements as readonly Json[]) : [],
    };
    addTo(found, key, item);
  }
  return found;
}

export function keyOf(kind: string, from: string, to: string): string {
  return JSON.stringify([kind, from, to]);
}

/** The attributes of a link that is about to be written. */
export function attributesOfLink(edge: CaseEdge, number: number, order: number, kept: Attributes): Attributes {
  const attributes = new Map([["name", `LINK_${number}`]]);
  if (edge.note !== undefined && edge.note !== "") attributes.set("desc", edge.note);
  for (const [name, value] of kept) if (!understood.has(name)) attributes.set(name, value);
  return attributes.set("siblingOrder", String(order));
}
