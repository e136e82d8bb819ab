/** A case's nodes as the plain values that stand in its file, in the order of the keys there. */

import { conditionText } from "../condition/print.ts";
import type { CaseEdge, CaseNode, ModuleInfo } from "../model/case.ts";
import type { CaseIndex } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { gsn2xTypes, typeOfLabel } from "../model/labels.ts";
import type { Parameter } from "../model/pattern.ts";
import { elementKeys } from "./keys.ts";
import { countText } from "./links.ts";

export type PlainMap = { readonly [name: string]: Json };

/** A node and its edges. */
export function plainNode(node: CaseNode, index: CaseIndex): PlainMap {
  const edges = index.out(node.uid);
  const labels = (kind: CaseEdge["kind"]): readonly string[] =>
    edges.filter((edge) => edge.kind === kind).map((edge) => endText(edge.to, index));
  const challenges = labels("challenges");
  const { presentation, layers = {} } = node;
  const own = {
    uid: node.uid === node.label ? undefined : node.uid,
    kind: node.kind,
    texts: node.translations,
    owner: node.owner,
    validUntil: node.validUntil,
    uninstantiated: node.uninstantiated,
    tags: node.tags && Object.fromEntries(node.tags.map(({ name, value }) => [name, value])),
    parameters: node.parameters && plainParameters(node.parameters),
    evidence: node.evidence && {
      ...node.evidence,
      expects: node.evidence.expects && conditionText(node.evidence.expects),
    },
    monitor: node.monitor && { ...node.monitor, condition: conditionText(node.monitor.condition) },
    away: node.away,
    attachments: node.attachments,
    links: linksIn(edges, index),
    challenges: challenges.length > 1 ? challenges.slice(1) : undefined,
    responsibility: some(labels("responsibility")),
    choices: node.choices?.map((choice) => ({ ...choice, of: choice.of.map((uid) => endText(uid, index)) })),
    instance: node.instance,
    layers: some(Object.fromEntries(Object.entries(layers).filter(([name]) => isTaken(name)))),
  };
  return compact({
    nodeType: typeOfLabel(node.label) === node.type ? undefined : gsn2xTypes[node.type],
    text: node.text === "" ? undefined : node.text,
    supportedBy: some(labels("supportedBy")),
    inContextOf: some(labels("inContextOf")),
    challenges: challenges[0],
    undeveloped: node.undeveloped,
    defeated: node.defeated,
    defeatedRelation: some(edges.filter(({ defeated }) => defeated).map((edge) => endText(edge.to, index))),
    url: node.url,
    acp: node.claimPoints && Object.fromEntries(node.claimPoints.map(({ name, at }) => [name, at])),
    ...presentation,
    ...Object.fromEntries(Object.entries(layers).filter(([name]) => !isTaken(name))),
    dcase: some(compact(own)),
  });
}

export function plainModule(info: ModuleInfo): PlainMap {
  const { name, brief, uses, extends: developed, presentation, extra = {}, parameters, ...own } = info;
  const free = Object.entries(extra).filter(([key]) => !moduleTaken.has(key));
  const taken = Object.entries(extra).filter(([key]) => moduleTaken.has(key));
  return compact({
    name,
    brief,
    uses,
    extends: developed?.map((each) => ({ module: each.module, develops: each.develops })),
    ...presentation,
    ...Object.fromEntries(free),
    dcase: some(
      compact({
        ...own,
        parameters: parameters && plainParameters(parameters),
        extra: some(Object.fromEntries(taken)),
      }),
    ),
  });
}

const moduleTaken = new Set([
  "name",
  "brief",
  "uses",
  "extends",
  "stylesheets",
  "classes",
  "rankIncrement",
  "horizontalIndex",
  "charWrap",
  "dcase",
]);

/** A layer that has the name of a key of gsn2x's cannot stand beside it. */
function isTaken(name: string): boolean {
  return (elementKeys as readonly string[]).includes(name);
}

function endText(end: CaseEdge["to"], index: CaseIndex): string {
  if (typeof end === "string") return index.byUid.get(end)?.label ?? end;
  return `${endText(end.from, index)} -> ${endText(end.to, index)}`;
}

function linksIn(edges: readonly CaseEdge[], index: CaseIndex): PlainMap | undefined {
  const links = edges.flatMap((edge) => {
    const { optional, repeats, note } = edge;
    const facts = compact({
      optional,
      repeats: repeats && countText(repeats),
      each: repeats?.each,
      as: repeats?.as,
      note,
    });
    return Object.keys(facts).length === 0 ? [] : [[endText(edge.to, index), facts] as const];
  });
  return some(Object.fromEntries(links));
}

function plainParameters(parameters: readonly Parameter[]): PlainMap {
  return Object.fromEntries(
    parameters.map(({ name, translations, ...own }) => {
      const facts = { ...own, ...(translations === undefined ? {} : { texts: translations }) };
      const { type, value, ...more } = facts;
      const short = value !== undefined && Object.keys(more).length === 0 && typeShown(value) === type;
      return [name, short ? value : compact({ type, value, ...more })];
    }),
  );
}

/** The type that a reader gives to a value that stands alone. */
function typeShown(value: Json): Parameter["type"] | undefined {
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Int" : "Double";
  return Array.isArray(value) ? "List" : undefined;
}

type Loose = { readonly [name: string]: unknown };

/** The keys that have a value, in their order. */
function compact(map: Loose): PlainMap {
  // All values that come here are JSON or undefined.
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, value]) => (value === undefined ? [] : [[name, plainOf(value)]])),
  ) as PlainMap;
}

function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  return typeof value === "object" && value !== null ? compact(value as Loose) : value;
}

function some<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
