/** `NAME.dcase.yaml` to a case: every file of gsn2x 4 is one. */

import type { Span } from "../../text/index.ts";
import type { CaseEdge, CaseNode, DCase } from "../model/case.ts";
import type { Places } from "../model/places.ts";
import type { CaseReading } from "../model/reading.ts";
import { Decoder } from "./decoder.ts";
import { type Element, elementOf } from "./element.ts";
import { moduleOf } from "./module.ts";
import { parseYaml } from "./parse.ts";
import { spanOf, valueAt, type YamlMap, type YamlPair, type YamlValue } from "./tree.ts";

/** Reads a case; `name` is the file's name, which the module has where it says none. */
export function readYaml(text: string, name: string): CaseReading {
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
    else elements.push(...elementsIn(pair, decode));
  }
  const info = moduleOf(module?.value, name, decode);
  const whole = caseOf(info, elements);
  if (decode.errors.length > 0) return { ok: false, errors: decode.errors.toSorted(byPlace) };
  const places = placesOf(map, whole.nodes);
  return { ok: true, file: { case: whole, revisions: [] }, places, warnings: decode.warnings };
}

/** With a warning for each relation that is said to be defeated, and is none. */
function elementsIn(pair: YamlPair, decode: Decoder): readonly Element[] {
  const element = elementOf(pair, decode);
  if (element === undefined) return [];
  const { defeatedRelations, node } = element;
  const ends = edgeKinds.flatMap((kind) => element[kind]);
  for (const label of defeatedRelations)
    if (!ends.includes(label)) {
      const place = partOf(pair.value, "defeatedRelation", label);
      const message = `\`${node.label}\` has no relation to \`${label}\` that could be defeated`;
      const help = ends.length === 0 ? "take `defeatedRelation` out" : `it has relations to ${ends.join(", ")}`;
      decode.warnings.push({ code: "DIA-06", message, span: spanOf(place ?? pair.key), help });
    }
  return [element];
}

function byPlace(a: { readonly span?: Span }, b: { readonly span?: Span }): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0);
}

function caseOf(module: DCase["module"], elements: readonly Element[]): DCase {
  const uids = new Map<string, string>();
  for (const { node } of elements) uids.set(node.label, node.uid);
  // A label that no node has may be another module's, or a uid.
  const uidOf = (label: string): string => uids.get(label) ?? label;
  const nodes: CaseNode[] = [];
  const edges: CaseEdge[] = [];
  for (const element of elements) {
    const { node, choices } = element;
    nodes.push(
      choices.length === 0
        ? node
        : { ...node, choices: choices.map((choice) => ({ ...choice, of: choice.of.map(uidOf) })) },
    );
    edges.push(...edgesOf(element, uidOf));
  }
  return { module, nodes, edges };
}

const edgeKinds = ["supportedBy", "inContextOf", "challenges", "responsibility"] as const;

function* edgesOf(element: Element, uidOf: (label: string) => string): Generator<CaseEdge> {
  const { node, links, defeatedRelations } = element;
  for (const kind of edgeKinds)
    for (const label of element[kind]) {
      const [from, to] = kind === "challenges" ? label.split("->").map((end) => end.trim()) : [];
      const end = from !== undefined && to !== undefined ? { from: uidOf(from), to: uidOf(to) } : uidOf(label);
      const defeated = defeatedRelations.includes(label) ? { defeated: true } : {};
      const facts = links.get(label);
      yield defeatedRelations.length === 0 && facts === undefined
        ? { kind, from: node.uid, to: end }
        : { kind, from: node.uid, to: end, ...defeated, ...facts };
    }
}

function placesOf(map: YamlMap, nodes: readonly CaseNode[]): Places {
  let labels: ReadonlyMap<string, string> | undefined;
  let pairs: ReadonlyMap<string, YamlPair> | undefined;
  return {
    of: (uid, key, item) => {
      labels ??= new Map(nodes.map((node) => [node.uid, node.label]));
      pairs ??= new Map(map.pairs.map((pair) => [pair.key.text, pair]));
      const pair = pairs.get(uid === undefined ? "module" : (labels.get(uid) ?? uid));
      if (pair === undefined) return undefined;
      const part = key === undefined ? undefined : partOf(pair.value, key, item);
      return spanOf(part ?? pair.key);
    },
  };
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
