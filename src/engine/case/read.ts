/** From a text to a D-Case: the one place that knows the formats of cases. */

import { parse } from "yaml";
import {
  type CaseEdge,
  type CaseNode,
  type CaseReading,
  type DCase,
  type Json,
  noPlaces,
  typeOfLabel,
} from "../../assurance/index.ts";

type Map = Readonly<Record<string, Json>>;

/** Reads the model as JSON, `{"module": {…}, "nodes": […], "edges": […]}`, or elements as YAML. Never throws. */
export function readCase(text: string, name: string): CaseReading {
  let content: unknown;
  try {
    content = parse(text);
  } catch (thrown) {
    return refused(`${name} is no YAML: ${thrown instanceof Error ? thrown.message.split("\n", 1)[0] : ""}`);
  }
  if (typeof content !== "object" || content === null) return refused(`${name} holds no nodes`);
  const { module, nodes, edges } = content as Partial<DCase>;
  const isModel = Array.isArray(nodes) && Array.isArray(edges);
  const whole: DCase = isModel ? { module: module ?? { name }, nodes, edges } : fromElements(content as Map, name);
  if (whole.nodes.length === 0) return refused(`${name} holds no nodes`);
  return { ok: true, file: { case: whole, revisions: [] }, places: noPlaces, warnings: [] };
}

function refused(message: string): CaseReading {
  return { ok: false, errors: [{ code: "FIL-10", message, help: "a node is written `G1: { text: … }`" }] };
}

/** `G1: { text: …, supportedBy: [G2], inContextOf: [C1], dcase: { tags: … } }` */
function fromElements(content: Map, name: string): DCase {
  const nodes: CaseNode[] = [];
  const links: { readonly kind: "supportedBy" | "inContextOf"; readonly from: string; readonly to: string }[] = [];
  for (const [label, value] of Object.entries(content)) {
    const type = typeOfLabel(label);
    if (label === "module" || type === undefined || !isMap(value)) continue;
    const { text = "", supportedBy, inContextOf } = value;
    const own = isMap(value["dcase"]) ? value["dcase"] : {};
    nodes.push({
      uid: typeof own["uid"] === "string" ? own["uid"] : label,
      label,
      type,
      text: String(text).trimEnd(),
      ...(isMap(own["texts"]) ? { translations: Object.fromEntries(pairs(own["texts"], String)) } : {}),
      ...(typeof own["owner"] === "string" ? { owner: own["owner"] } : {}),
      tags: isMap(own["tags"])
        ? pairs(own["tags"], (each) => each).map(([key, each]) => ({ name: key, value: each }))
        : [],
      parameters: isMap(own["parameters"])
        ? pairs(own["parameters"], stated).map(([key, each]) => ({ name: key, type: "String" as const, value: each }))
        : [],
    });
    for (const to of listOf(supportedBy)) links.push({ kind: "supportedBy", from: label, to });
    for (const to of listOf(inContextOf)) links.push({ kind: "inContextOf", from: label, to });
  }
  const uids = new globalThis.Map(nodes.map(({ label, uid }) => [label, uid]));
  const uidOf = (label: string): string => uids.get(label) ?? label;
  const edges = links.map(({ kind, from, to }): CaseEdge => ({ kind, from: uidOf(from), to: uidOf(to) }));
  return { module: { name }, nodes, edges };
}

function isMap(value: Json | undefined): value is Map {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pairs<T>(map: Map, read: (value: Json) => T): (readonly [string, T])[] {
  return Object.entries(map).map(([key, value]) => [key, read(value)] as const);
}

/** `PEAK: 40`, or `PEAK: { type: Int, value: 40 }`. */
function stated(value: Json): Json {
  return isMap(value) ? (value["value"] ?? "") : value;
}

function listOf(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
