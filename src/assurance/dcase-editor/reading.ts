/** Nodes and links of D-Case tools as a case. */

import type { CaseEdge, CaseNode, DCase, ModuleInfo } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Trouble } from "../model/reading.ts";
import { createLabels } from "../xml/fresh-labels.ts";
import { recordOf } from "../xml/kept.ts";
import { edgeFields, type Fields, moduleFields, nodeFields } from "../xml/model-shapes.ts";
import { edgesWithOthers, otherEdges } from "../xml/other-edges.ts";
import { markedRest, withRest } from "../xml/rest.ts";
import { carrier, type FlatCase, type FlatItem, type FlatLink, type FlatNode, layer } from "./flat.ts";
import { edgeOf, inOrder, keptOfLink } from "./links.ts";
import { isPublic, keptAttributes, nodeOf, nodeParameters } from "./node.ts";
import { kindOfNode } from "./types.ts";
import { takeMarks } from "./undeveloped.ts";

export interface FlatReading {
  readonly case: DCase;
  readonly warnings: readonly Trouble[];
  /** In the order of the case's nodes, without marks. */
  readonly items: readonly FlatNode[];
  /** The link behind each relation; undefined for one that is none of the file's links. */
  readonly links: readonly (FlatLink | undefined)[];
  /** What the items say without what was written beside them. */
  readonly native: {
    readonly nodes: readonly CaseNode[];
    readonly edges: readonly CaseEdge[];
    readonly module: ModuleInfo;
  };
}

/** `name` is the case's where its file gives none. */
export function readFlat(flat: FlatCase, name: string): FlatReading {
  const warnings: Trouble[] = [];
  const whole = withoutTwins(flat, warnings);
  const { nodes: items, links: unordered, marked } = takeMarks(whole);
  const labels = createLabels(items.map(({ attributes }) => attributes.get("name") ?? ""));
  const native = items.map((item) => {
    const { type } = kindOfNode(item.type, undefined) ?? warnOfType(item, warnings);
    return nodeOf(item, item.id, labels.of(item.attributes.get("name"), type), marked.get(item.id));
  });
  const nodes = native.map((node, at) => restored(node, items[at], nodeFields, warnings));

  const uids = new Map(items.map(({ id }, at) => [id, nodes[at]?.uid ?? id]));
  const links = inOrder(unordered);
  const nativeEdges = links.map((link) => between(edgeOf(link), uids));
  const known = links.map((link, at) => restored(nativeEdges[at] ?? edgeOf(link), link, edgeFields, warnings));
  for (const link of links) warnOfEnds(link, uids, warnings);

  const published = items.flatMap((item, at) => (isPublic(item) ? [nodes[at]?.label ?? ""] : []));
  const kept = links
    .map((link, at) => keptOfLink(link, known[at] ?? edgeOf(link)))
    .filter((each) => each !== undefined);
  const nativeModule = moduleOf(flat, name, published, kept);
  const rest = markedRest(flat.attributes.get(carrier));
  const edges = edgesWithOthers(known, links, rest);
  const module = restored(nativeModule, { ...flat, type: "" }, moduleFields, warnings);
  return {
    case: { module, nodes, edges: edges.map(({ edge }) => edge) },
    warnings,
    items,
    links: edges.map(({ item }) => item),
    native: { nodes: native, edges: nativeEdges, module: nativeModule },
  };
}

/** Later nodes with an id that is taken get one of their own; links lead to the first. */
function withoutTwins(flat: FlatCase, warnings: Trouble[]): FlatCase {
  const all = new Set(flat.nodes.map(({ id }) => id));
  if (all.size === flat.nodes.length) return flat;
  const seen = new Set<string>();
  const nodes = flat.nodes.map((node) => {
    if (!seen.has(node.id)) {
      seen.add(node.id);
      return node;
    }
    let number = 2;
    while (all.has(`${node.id}-${number}`)) number += 1;
    const id = `${node.id}-${number}`;
    all.add(id);
    seen.add(id);
    warnings.push(
      warning(
        "FIL-08",
        `the id \`${node.id}\` is given twice`,
        "give this one another id; links lead to the first",
        node,
        "id",
      ),
    );
    return { ...node, id };
  });
  return { ...flat, nodes };
}

function warnOfType(item: FlatItem, warnings: Trouble[]): { readonly type: "goal" } {
  warnings.push(
    warning(
      "FIL-08",
      `the type \`${item.type}\` has no meaning here`,
      "it was read as a goal; give it a type",
      item,
      "type",
    ),
  );
  return { type: "goal" };
}

function warnOfEnds(link: FlatLink, uids: ReadonlyMap<string, string>, warnings: Trouble[]): void {
  for (const end of ["source", "target"] as const) {
    if (uids.has(link[end])) continue;
    const said = `the link's ${end} \`${link[end]}\` is no node of the file`;
    warnings.push(warning("FIL-08", said, "correct it, or remove the link", link, end));
  }
}

function between(edge: CaseEdge, uids: ReadonlyMap<string, string>): CaseEdge {
  const to = typeof edge.to === "string" ? (uids.get(edge.to) ?? edge.to) : edge.to;
  return { ...edge, from: uids.get(edge.from) ?? edge.from, to };
}

function restored<T extends object>(native: T, item: FlatItem | undefined, fields: Fields, warnings: Trouble[]): T {
  const rest = markedRest(item?.attributes.get(carrier));
  if (rest === undefined || item === undefined) return native;
  const { value, unreadable } =
    rest === "unreadable" ? { value: native, unreadable: ["*"] } : withRest(native, rest, fields, otherEdges);
  if (unreadable.length > 0)
    warnings.push(
      warning(
        "FIL-08",
        `what D-Script wrote into \`${carrier}\` can no longer be read`,
        "somebody changed it; look whether something is missing here",
        item,
        carrier,
      ),
    );
  return value;
}

function moduleOf(flat: FlatCase, name: string, published: readonly string[], links: readonly Json[]): ModuleInfo {
  const parameters = nodeParameters(flat.attributes);
  const brief = flat.attributes.get("desc") ?? "";
  const given = flat.attributes.get("name") ?? "";
  const kept = keptAttributes(new Map([...flat.attributes].filter(([key]) => !ofArgument.includes(key))));
  const own: { [name: string]: Json } = {};
  const outside = ofArgument.flatMap((key) => {
    const value = flat.attributes.get(key) ?? "";
    return value === "" || (key === "id" && value === defaultId) ? [] : [[key, value] as const];
  });
  const attributes = Object.fromEntries([...outside, ...kept]);
  if (Object.keys(attributes).length > 0) own["attributes"] = attributes;
  if (flat.elements.length > 0) own["elements"] = flat.elements;
  if (Object.keys(flat.namespaces).length > 0) own["namespaces"] = recordOf(flat.namespaces);
  if (links.length > 0) own["links"] = links;
  return {
    name: given === "" ? name : given,
    ...(brief === "" ? {} : { brief }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(published.length === 0 ? {} : { publishes: published }),
    ...(Object.keys(own).length === 0 ? {} : { extra: { [layer]: own } }),
  };
}

/** What a node has fields for and a module has none. */
const ofArgument: readonly string[] = ["id", "attachment", "respName", "validUntil", "flag"];

/** Of the whole argument, where a file has to have one and nobody gave any. */
export const defaultId = "_argument";

function warning(code: string, message: string, help: string, item: FlatItem, attribute: string): Trouble {
  const span = item.spanOf?.(attribute) ?? item.spanOf?.();
  return { code, message, help, ...(span === undefined ? {} : { span }) };
}
