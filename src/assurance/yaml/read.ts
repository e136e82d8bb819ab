/** `NAME.dcase.yaml` to a case: every file of gsn2x 4 is one. */

import type { Span } from "../../text/index.ts";
import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import { numbersOf } from "../model/numbers.ts";
import type { Places } from "../model/places.ts";
import type { CaseReading } from "../model/reading.ts";
import { Decoder } from "./decoder.ts";
import { type Element, elementOf } from "./element.ts";
import { Entries } from "./entries.ts";
import { moduleOf } from "./module.ts";
import { parseYaml } from "./parse.ts";
import { spanOf, valueAt, type YamlPair, type YamlValue } from "./tree.ts";

/** Reads a case; `name` is the file's name, which the module has where it says none. */
export function readYaml(text: string, name: string): CaseReading {
  return readByEntries(text, name) ?? readWhole(text, name);
}

/** A sound case, entry by entry, so that little is kept of what is read; undefined of any other one, which is to be read as a whole. */
function readByEntries(text: string, name: string): CaseReading | undefined {
  // Neither a zero nor a carriage return is looked for within comments.
  if (text.includes("\0") || text.includes("\r")) return undefined;
  const decode = new Decoder();
  const entries = new Entries(text);
  const elements: Element[] = [];
  const starts: number[] = [];
  let module: YamlPair | undefined;
  for (let pair = entries.next(); pair !== undefined; pair = entries.next()) {
    if (pair.key.text !== "module") {
      addElement(pair, decode, elements);
      starts.push(pair.key.start);
    } else if (module === undefined) module = pair;
    else return undefined;
    if (decode.errors.length > 0) return undefined;
  }
  if (entries.isOther || elements.length === 0) return undefined;
  const labels = new Map<string, number>();
  for (let at = 0; at < elements.length; at += 1) labels.set(elements[at]!.node.label, at);
  // One of two entries with one name would be lost.
  if (labels.size < elements.length) return undefined;
  const whole = caseOf(moduleOf(module?.value, name, decode), elements);
  if (decode.errors.length > 0) return undefined;
  const areByLabel = elements.every(isByLabel);
  if (areByLabel) numbersOf(whole, labels);
  const found = (label: string): YamlPair | undefined => {
    const start = label === "module" ? module?.key.start : starts[labels.get(label) ?? -1];
    return start === undefined ? undefined : new Entries(text, start).next();
  };
  return {
    ok: true,
    file: { case: whole, revisions: [] },
    places: placesOf(found, whole.nodes, areByLabel ? noLabels : undefined),
    warnings: decode.warnings,
  };
}

function readWhole(text: string, name: string): CaseReading {
  const parsed = parseYaml(text);
  if (!parsed.ok) return { ok: false, errors: parsed.errors.toSorted(byPlace) };
  const decode = new Decoder();
  decode.warnings.push(...parsed.warnings);
  const { root } = parsed;
  const map = root === undefined ? undefined : decode.map(root, "a map of nodes by their labels");
  if (root === undefined || map?.pairs.every(({ key }) => key.text === "module"))
    decode.errors.push({
      code: "FIL-11",
      message: "the file holds no node",
      span: { start: 0, end: 0 },
      help: "dscript case new makes a first one",
    });
  if (map === undefined) return { ok: false, errors: decode.errors };
  const elements: Element[] = [];
  let module: YamlPair | undefined;
  for (const pair of map.pairs) {
    // gsn2x takes this key for the module alone, too.
    if (pair.key.text === "module") module = pair;
    else addElement(pair, decode, elements);
  }
  const info = moduleOf(module?.value, name, decode);
  const whole = caseOf(info, elements);
  if (decode.errors.length > 0) return { ok: false, errors: decode.errors.toSorted(byPlace) };
  let pairs: ReadonlyMap<string, YamlPair> | undefined;
  const found = (label: string): YamlPair | undefined => {
    pairs ??= new Map(map.pairs.map((pair) => [pair.key.text, pair]));
    return pairs.get(label);
  };
  return {
    ok: true,
    file: { case: whole, revisions: [] },
    places: placesOf(found, whole.nodes),
    warnings: decode.warnings,
  };
}

/** With a warning for each relation that is said to be defeated, and is none. */
function addElement(pair: YamlPair, decode: Decoder, elements: Element[]): void {
  const element = elementOf(pair, decode);
  if (element === undefined) return;
  elements.push(element);
  const { defeatedRelations, node } = element;
  if (defeatedRelations.length === 0) return;
  const ends = edgeKinds.flatMap((kind) => element[kind]);
  for (const label of defeatedRelations)
    if (!ends.includes(label)) {
      const place = partOf(pair.value, "defeatedRelation", label);
      const message = `\`${node.label}\` has no relation to \`${label}\` that could be defeated`;
      const help = ends.length === 0 ? "take `defeatedRelation` out" : `it has relations to ${ends.join(", ")}`;
      decode.warnings.push({ code: "DIA-06", message, span: spanOf(place ?? pair.key), help });
    }
}

function byPlace(a: { readonly span?: Span }, b: { readonly span?: Span }): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0);
}

function caseOf(module: DCase["module"], elements: readonly Element[]): DCase {
  // Mostly all nodes are known by their labels alone.
  const uids = new Map<string, string>();
  if (!elements.every(isByLabel)) for (const { node } of elements) uids.set(node.label, node.uid);
  // A label that no node has may be another module's, or a uid.
  const uidOf = (label: string): string => uids.get(label) ?? label;
  const nodes: CaseNode[] = [];
  const edges: CaseEdge[] = [];
  const endOf = uids.size === 0 ? sameLabel : uidOf;
  elements.forEach((element) => {
    const { node, choices } = element;
    nodes.push(choices.length === 0 ? node : { ...node, choices: choices.map((choice) => chosen(choice, uidOf)) });
    for (let kind = 0; kind < edgeKinds.length; kind += 1) addEdges(edges, element, edgeKinds[kind]!, endOf);
  });
  return { module, nodes, edges };
}

function isByLabel({ node }: Element): boolean {
  return node.uid === node.label;
}

type Choosing = Element["choices"][number];

function chosen(choice: Choosing, uidOf: (label: string) => string): Choosing {
  return { ...choice, of: choice.of.map(uidOf) };
}

function addEdges(
  edges: CaseEdge[],
  element: Element,
  kind: (typeof edgeKinds)[number],
  uidOf: (label: string) => string,
): void {
  const labels = element[kind];
  for (let at = 0; at < labels.length; at += 1) edges.push(edgeOf(element, kind, labels[at]!, uidOf));
}

const edgeKinds = ["supportedBy", "inContextOf", "challenges", "responsibility"] as const;

function sameLabel(label: string): string {
  return label;
}

function edgeOf(
  { node, links, defeatedRelations }: Element,
  kind: (typeof edgeKinds)[number],
  label: string,
  uidOf: (label: string) => string,
): CaseEdge {
  const to = kind === "challenges" ? challenged(label, uidOf) : uidOf(label);
  const facts = links.size === 0 ? undefined : links.get(label);
  if (defeatedRelations.length === 0 && facts === undefined) return { kind, from: node.uid, to };
  const defeated = defeatedRelations.includes(label) ? { defeated: true } : {};
  return { kind, from: node.uid, to, ...defeated, ...facts };
}

function challenged(label: string, uidOf: (label: string) => string): CaseEdge["to"] {
  const [from, to] = label.split("->").map((end) => end.trim());
  return from !== undefined && to !== undefined ? { from: uidOf(from), to: uidOf(to) } : uidOf(label);
}

/** `labels`: by uids, where they are known. */
function placesOf(
  entry: (label: string) => YamlPair | undefined,
  nodes: readonly CaseNode[],
  labels?: ReadonlyMap<string, string>,
): Places {
  let known = labels;
  return {
    of: (uid, key, item) => {
      known ??= labelsBy(nodes);
      const pair = entry(uid === undefined ? "module" : (known.get(uid) ?? uid));
      if (pair === undefined) return undefined;
      const part = key === undefined ? undefined : partOf(pair.value, key, item);
      return spanOf(part ?? pair.key);
    },
  };
}

const noLabels: ReadonlyMap<string, string> = new Map();

/** Labels by uids, but for those that are the same. */
function labelsBy(nodes: readonly CaseNode[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { uid, label } of nodes) if (uid !== label || labels.has(uid)) labels.set(uid, label);
  return labels;
}

const specs: ReadonlySet<string> = new Set(["evidence", "monitor"]);

/** The value of a key of a node, or of a key beneath its `dcase:`; an item of its list, or a key of its map. */
function partOf(node: YamlValue, key: string, item: string | undefined): YamlValue | undefined {
  if (node.kind !== "map") return undefined;
  const own = valueAt(node, "dcase");
  const value = valueAt(node, key) ?? (own?.kind === "map" ? valueAt(own, key) : undefined);
  if (value === undefined || item === undefined) return value;
  if (value.kind === "list") return value.items.find((each) => each.kind === "scalar" && each.text === item);
  if (value.kind === "map") {
    const pair = value.pairs.find((each) => each.key.text === item);
    // The names are the file's own, but for those that the format gives.
    return specs.has(key) ? pair?.value : pair?.key;
  }
  return value;
}
