/** A node of a case as an item of D-Case Editor, and back: what the editor's own attributes can say. */

import type { CaseNode } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Parameter } from "../model/pattern.ts";
import { isQualifiedName } from "../xml/characters.ts";
import { isRecord, recordOf } from "../xml/kept.ts";
import { markedRest } from "../xml/rest.ts";
import { isSame } from "../xml/same.ts";
import { type Attributes, carrier, type FlatItem, layer, saysNothing } from "./flat.ts";
import { definitionsOf, parametersOf, rowsOf, rowsOfParameters, valuesOf } from "./parameters.ts";
import { kindOfNode, typeToWrite } from "./types.ts";

/** Attributes whose meaning a case has a field for; all others are kept in the node's layer. */
const understood: ReadonlySet<string> = new Set(["name", "desc", "respName", "parameterDefs", "parameterVals", "flag"]);

const isDay = /^\d{4}-\d\d-\d\d$/;
const isUrl = /^[a-z][a-z\d+.-]*:/i;

/** `uid` is the item's id; its label is for the caller to give. `undeveloped` is what marks it so, if anything does. */
export function nodeOf(item: FlatItem, uid: string, label: string, undeveloped: Json | undefined): CaseNode {
  const { attributes } = item;
  const kind = kindOfNode(item.type, attributes.get("subType")) ?? { type: "goal" as const };
  const owner = attributes.get("respName");
  const validUntil = attributes.get("validUntil");
  const parameters = nodeParameters(attributes);
  const layers = layerOf(item, kind.kind, undeveloped);
  return {
    uid,
    label,
    ...kind,
    text: attributes.get("desc") ?? "",
    ...(undeveloped !== undefined || item.type === "Undeveloped" ? { undeveloped: true } : {}),
    ...(owner === undefined || owner === "" ? {} : { owner }),
    ...(validUntil !== undefined && isDay.test(validUntil) ? { validUntil } : {}),
    ...attachmentOf(attributes.get("attachment") ?? "", kind.kind),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(layers === undefined ? {} : { layers: { [layer]: layers } }),
  };
}

export function isPublic(item: FlatItem): boolean {
  return item.attributes.get("flag")?.includes("P") ?? false;
}

export function nodeParameters(attributes: Attributes): readonly Parameter[] {
  const definitions = attributes.get("parameterDefs") ?? "";
  const values = attributes.get("parameterVals") ?? "";
  return definitions === "" && values === "" ? [] : parametersOf(rowsOf(definitions, values));
}

/** The editor has one field for a file's address, for a file of its workspace, and for the node that a module's node stands for. */
function attachmentOf(value: string, kind: CaseNode["kind"]): Pick<CaseNode, "away" | "url" | "attachments"> {
  if (value === "") return {};
  if (isUrl.test(value)) return { url: value };
  const at = value.lastIndexOf("/");
  if (isOfModule(kind) && at > 0 && at < value.length - 1)
    return { away: { module: value.slice(0, at), node: value.slice(at + 1) } };
  return { attachments: [{ name: value }] };
}

function isOfModule(kind: CaseNode["kind"]): boolean {
  return kind === "module" || kind === "external" || kind === "contract";
}

function layerOf(item: FlatItem, kind: CaseNode["kind"], undeveloped: Json | undefined): Json | undefined {
  const kept = Object.fromEntries(
    keptAttributes(item.attributes).filter(([name]) => name !== "subType" || kind !== "parameter"),
  );
  const own: { [name: string]: Json } = {};
  if (item.type !== typeToWriteOf(item, kind)) own["type"] = item.type;
  if (Object.keys(kept).length > 0) own["attributes"] = kept;
  if (item.elements.length > 0) own["elements"] = item.elements;
  if (undeveloped !== undefined && undeveloped !== null) own["undeveloped"] = undeveloped;
  return Object.keys(own).length === 0 ? undefined : own;
}

function typeToWriteOf(item: FlatItem, kind: CaseNode["kind"]): string {
  const type = kindOfNode(item.type, undefined)?.type ?? "goal";
  return typeToWrite({ uid: "", label: "", text: "", type, ...(kind === undefined ? {} : { kind }) });
}

/** Those that no field of a case says, as they are. */
export function keptAttributes(attributes: Attributes): readonly (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = [];
  for (const [name, value] of attributes) {
    if (saysNothing(name, value) || (name === carrier && markedRest(value) !== undefined)) continue;
    if (name === "flag") {
      const others = value.replaceAll("P", "");
      if (others !== "") kept.push([name, others]);
    } else if (name === "parameterDefs" || name === "parameterVals") {
      if (!saysItsParameters(attributes)) kept.push([name, value]);
    } else if (name === "validUntil") {
      if (!isDay.test(value)) kept.push([name, value]);
    } else if (name !== "attachment" && !understood.has(name)) kept.push([name, value]);
  }
  return kept;
}

/** Whether the parameters alone would be written as these definitions and values. */
function saysItsParameters(attributes: Attributes): boolean {
  const [definitions = "", values = ""] = writtenParameters(nodeParameters(attributes)) ?? [];
  return definitions === (attributes.get("parameterDefs") ?? "") && values === (attributes.get("parameterVals") ?? "");
}

function writtenParameters(parameters: readonly Parameter[]): readonly [string, string] | undefined {
  const rows = rowsOfParameters(parameters);
  return rows === undefined ? undefined : [definitionsOf(rows), valuesOf(rows)];
}

/** The attributes that a node can be written with, without an id; and what its layer adds. */
export function itemOfNode(node: CaseNode, isPublished: boolean): FlatItem {
  const own = recordOf(node.layers?.[layer]);
  const type = typeOf(node, own["type"]);
  const kept = attributesOfLayer(own["attributes"]);
  const attributes = new Map<string, string>();
  const set = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") attributes.set(name, value);
  };
  set("name", node.label);
  set("desc", node.text);
  set("attachment", attachmentToWrite(node));
  set("flag", `${isPublished ? "P" : ""}${kept.get("flag") ?? ""}`);
  set("respName", node.owner);
  set("validUntil", node.validUntil ?? kept.get("validUntil"));
  if (node.kind === "parameter") set("subType", "Parameter");
  for (const [name, value] of parametersToWrite(node.parameters ?? [], kept)) set(name, value);
  for (const [name, value] of kept) if (!attributes.has(name) && isKept(name)) attributes.set(name, value);
  const elements = Array.isArray(own["elements"]) ? (own["elements"] as readonly Json[]) : [];
  return { type, attributes, elements };
}

/** What others have written into the carrier is read back from its own text, so that it has room for it. */
function isKept(name: string): boolean {
  return !understood.has(name) && name !== carrier;
}

/** The type of its file, where that still says what the node is. */
function typeOf(node: CaseNode, kept: Json | undefined): string {
  if (typeof kept === "string" && /^\w+$/.test(kept)) {
    const { type, kind } = kindOfNode(kept, undefined) ?? { type: "goal" as const, kind: undefined };
    if (type === node.type && kind === node.kind && (kept !== "Undeveloped" || node.undeveloped === true)) return kept;
  }
  return typeToWrite(node);
}

export function attributesOfLayer(kept: Json | undefined): ReadonlyMap<string, string> {
  const entries = Object.entries(isRecord(kept) ? kept : {}).slice(0, mostKept);
  return new Map(
    entries.filter((pair): pair is [string, string] => isAttribute(pair[0]) && typeof pair[1] === "string"),
  );
}

/** A reader refuses elements with many more. */
const mostKept = 400;

function isAttribute(name: string): boolean {
  return isQualifiedName(name) && !/^(?:id|xsi:type|xmlns)$|^xmlns:/.test(name);
}

function attachmentToWrite({ away, kind, url, attachments }: CaseNode): string | undefined {
  if (away !== undefined && isOfModule(kind)) return `${away.module}/${away.node}`;
  return url ?? attachments?.[0]?.name;
}

export function parametersToWrite(
  parameters: readonly Parameter[],
  kept: Attributes,
): readonly (readonly [string, string])[] {
  const before = new Map([...kept].filter(([name]) => name === "parameterDefs" || name === "parameterVals"));
  if (before.size > 0 && isSame(nodeParameters(before), parameters)) return [...before];
  const [definitions = "", values = ""] = writtenParameters(parameters) ?? [];
  return [
    ["parameterDefs", definitions],
    ["parameterVals", values],
  ];
}
