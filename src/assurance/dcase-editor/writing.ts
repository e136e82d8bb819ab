/** A case as nodes and links of D-Case tools; what their attributes cannot say is written into one that they carry along. */

import type { CaseEdge, CaseNode, DCase, ModuleInfo } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Loss } from "../model/reading.ts";
import type { CaseFile } from "../model/revision.ts";
import { jsonText } from "../xml/json-text.ts";
import { isRecord, recordOf } from "../xml/kept.ts";
import { lostFields, lostRevisions } from "../xml/losses.ts";
import { type NativeIds, nativeIds } from "../xml/native-ids.ts";
import { otherEdges, writtenEdges } from "../xml/other-edges.ts";
import { markRest, type Rest, restOf } from "../xml/rest.ts";
import { type Attributes, carrier, type FlatCase, type FlatItem, type FlatLink, type FlatNode, layer } from "./flat.ts";
import { attributesOfLink, keptLinks, keyOf } from "./links.ts";
import { attributesOfLayer, itemOfNode, parametersToWrite } from "./node.ts";
import { defaultId, type FlatReading, readFlat } from "./reading.ts";
import { linkToWrite } from "./types.ts";
import { markOf, takeMarks } from "./undeveloped.ts";

export interface FlatWriting {
  readonly flat: FlatCase;
  readonly lost: readonly Loss[];
}

/** `read` gives what a reader will see of what is about to be written. */
export function flatOf(file: CaseFile, read: (flat: FlatCase) => FlatCase): FlatWriting {
  const whole = file.case;
  const lost: Loss[] = [...lostRevisions(file)];
  const ids = nativeIds(whole.nodes.map(({ uid }) => uid));
  const known = whole.edges.filter(isLink(ids));
  const others = [...whole.edges.entries()].filter(([, edge]) => !isLink(ids)(edge));
  const items = whole.nodes.map((node, at) => itemOf(node, whole.module, ids.ids[at] ?? node.uid));
  const marks = marksOf(whole.nodes, items, ids);
  const bare: FlatCase = {
    ...argumentOf(whole.module, ids),
    nodes: [...items, ...marks.map(({ mark }) => mark)],
    links: [...linksOf(known, whole.module, ids), ...marks.map(({ link }) => link)],
  };
  const plain = withoutFalseMarks(bare, items.length);
  const seen = (flat: FlatCase): FlatReading["native"] => readFlat(read(flat), whole.module.name).native;

  // What is written beside a field fits what a reader will see: it is looked at again where what is there by now changes it.
  const first = seen(plain);
  const changed = new Set<string>();
  const nodes = plain.nodes.map((item, at) => {
    const [node, native] = [whole.nodes[at], first.nodes[at]];
    return node === undefined || native === undefined ? item : carrying(item, node, native, node.label, lost, changed);
  });
  const second = changed.has("uid") || changed.has("label") ? seen({ ...plain, nodes }) : first;
  changed.clear();
  const links = plain.links.map((item, at) => {
    const [edge, native] = [known[at], second.edges[at]];
    return edge === undefined || native === undefined ? item : carrying(item, edge, native, undefined, lost, changed);
  });
  const flat = { ...plain, nodes, links };
  const isSeen = !["kind", "from", "to"].some((field) => changed.has(field));
  return { flat: carryingModule(flat, whole, (isSeen ? second : seen(flat)).module, others, lost), lost };
}

function isLink(ids: NativeIds): (edge: CaseEdge) => boolean {
  return ({ from, to }) => typeof to === "string" && ids.of.has(from) && ids.of.has(to);
}

function itemOf(node: CaseNode, module: ModuleInfo, id: string): FlatNode {
  return { ...itemOfNode(node, module.publishes?.includes(node.label) ?? false), id };
}

function marksOf(
  nodes: readonly CaseNode[],
  items: readonly FlatNode[],
  ids: NativeIds,
): readonly { readonly mark: FlatNode; readonly link: FlatLink }[] {
  return nodes.flatMap((node, at) => {
    const parent = items[at];
    if (node.undeveloped !== true || parent === undefined) return [];
    const mark = markOf(parent, recordOf(node.layers?.[layer])["undeveloped"], ids.isFree);
    if (mark === undefined) return [];
    ids.take(mark.id);
    const link: FlatLink = {
      id: ids.take(`_mark${at + 1}`),
      type: linkToWrite("supportedBy"),
      source: parent.id,
      target: mark.id,
      attributes: new Map([["name", `LINK_${mark.attributes.get("name") ?? ""}`]]),
      elements: [],
    };
    return [{ mark, link }];
  });
}

/** Nodes that a reader would take for marks by now are written as goals; `most` is the number of nodes that are none. */
function withoutFalseMarks(flat: FlatCase, most: number): FlatCase {
  const left = new Set(takeMarks(flat).nodes);
  return {
    ...flat,
    nodes: flat.nodes.map((item, at) => (at < most && !left.has(item) ? { ...item, type: "Goal" } : item)),
  };
}

function linksOf(edges: readonly CaseEdge[], module: ModuleInfo, ids: NativeIds): readonly FlatLink[] {
  const kept = keptLinks(recordOf(module.extra?.[layer])["links"]);
  const used = new Map<string, number>();
  const orders = new Map<string, number>();
  return edges.map((edge, at) => {
    const to = typeof edge.to === "string" ? edge.to : "";
    const key = keyOf(edge.kind, edge.from, to);
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    const order = (orders.get(edge.from) ?? 0) + 1;
    orders.set(edge.from, order);
    const more = kept.get(key)?.[turn];
    return {
      id: ids.take(`_link${at + 1}`),
      type: more === undefined || more.type === "" ? linkToWrite(edge.kind) : more.type,
      source: ids.of.get(edge.from) ?? edge.from,
      target: ids.of.get(to) ?? to,
      attributes: attributesOfLink(edge, at + 1, order, more?.attributes ?? new Map()),
      elements: more?.elements ?? [],
    };
  });
}

function argumentOf(module: ModuleInfo, ids: NativeIds): Omit<FlatCase, "nodes" | "links"> {
  const own = recordOf(module.extra?.[layer]);
  const kept = attributesOfLayer(own["attributes"]);
  const id = recordOf(own["attributes"])["id"];
  const attributes = new Map([["id", ids.take(typeof id === "string" && id !== "" ? id : defaultId)]]);
  attributes.set("name", module.name);
  if (module.brief !== undefined && module.brief !== "") attributes.set("desc", module.brief);
  for (const [name, value] of parametersToWrite(module.parameters ?? [], kept))
    if (value !== "") attributes.set(name, value);
  for (const [name, value] of kept) if (!attributes.has(name) && name !== carrier) attributes.set(name, value);
  const namespaces = isRecord(own["namespaces"]) ? own["namespaces"] : {};
  return {
    attributes,
    elements: Array.isArray(own["elements"]) ? (own["elements"] as readonly Json[]) : [],
    namespaces: Object.fromEntries(
      Object.entries(namespaces).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    ),
  };
}

function carrying<T extends FlatItem>(
  item: T,
  wanted: object,
  native: object,
  label: string | undefined,
  lost: Loss[],
  changed: Set<string>,
): T {
  const { rest, tooDeep } = restOf(wanted, native);
  lost.push(...lostFields(label, tooDeep));
  for (const field of Object.keys(rest ?? {})) changed.add(field);
  return rest === undefined ? item : { ...item, attributes: withCarrier(item.attributes, rest) };
}

function carryingModule(
  flat: FlatCase,
  whole: DCase,
  native: ModuleInfo,
  others: readonly (readonly [number, CaseEdge])[],
  lost: Loss[],
): FlatCase {
  const { rest, tooDeep } = restOf(whole.module, native);
  lost.push(...lostFields(undefined, tooDeep));
  const all: Rest = { ...rest, ...(others.length === 0 ? {} : { [otherEdges]: writtenEdges(others) }) };
  return Object.keys(all).length === 0 ? flat : { ...flat, attributes: withCarrier(flat.attributes, all) };
}

function withCarrier(attributes: Attributes, rest: Rest): Attributes {
  const text = jsonText(rest);
  return text === undefined ? attributes : new Map([...attributes, [carrier, markRest(text)]]);
}
