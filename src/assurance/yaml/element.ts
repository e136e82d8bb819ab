/** One element of a D-Case file: a node, and what it says of its edges. */

import { nearest } from "../../diagnostics/index.ts";
import type { CaseNode, NodeKind, NodeType, Presentation } from "../model/case.ts";
import type { ClaimPoint } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";
import { gsn2xTypes, typeOfLabel } from "../model/labels.ts";
import type { Decoder } from "./decoder.ts";
import { elementKeys, nodeKeys } from "./keys.ts";
import { type LinkFacts, linksOf } from "./links.ts";
import { lookOf } from "./look.ts";
import {
  attachmentsOf,
  awayOf,
  defined,
  evidenceOf,
  instanceOf,
  monitorOf,
  parametersOf,
  tagsOf,
  translationsOf,
  valuesOf,
} from "./specs.ts";
import { jsonOf, spanOf, type YamlMap, type YamlPair, type YamlValue } from "./tree.ts";

type Open<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** A node without its choices, whose ends are not known yet, and what it says of edges, by labels. */
export interface Element {
  readonly node: CaseNode;
  readonly supportedBy: readonly string[];
  readonly inContextOf: readonly string[];
  readonly challenges: readonly string[];
  readonly responsibility: readonly string[];
  readonly defeatedRelations: readonly string[];
  readonly links: ReadonlyMap<string, LinkFacts>;
  readonly choices: readonly {
    readonly of: readonly string[];
    readonly least: number;
    readonly most: number;
    readonly by?: string;
  }[];
}

const kinds = [
  "monitor",
  "action",
  "parameter",
  "external",
  "module",
  "contract",
  "pattern",
  "risk",
] as const satisfies readonly NodeKind[];
const typeNames = Object.entries(gsn2xTypes) as readonly (readonly [NodeType, string])[];

export function elementOf({ key, value }: YamlPair, decode: Decoder): Element | undefined {
  const map = decode.map(value, "a node: a map with its `text`");
  if (map === undefined) return undefined;
  const reader = new ElementReader(key.text, decode);
  reader.read(map);
  const type = reader.type ?? typeOfLabel(key.text) ?? evidenceByName(key.text);
  if (type === undefined) {
    const help = "begin it with G, S, Sn, C, A, J, CG or CSn, or say `nodeType: Goal`";
    decode.errors.push({
      code: "FIL-05",
      message: `\`${key.text}\` does not show what it is: a goal, a strategy, …`,
      span: spanOf(key),
      help,
    });
    return undefined;
  }
  return reader.made(type);
}

/** D-Case's own letter for evidence. */
function evidenceByName(label: string): NodeType | undefined {
  return /^E[0-9._-]/.test(label) ? "evidence" : undefined;
}

type OwnKey = (typeof nodeKeys)[number];

const noLinks: ReadonlyMap<string, LinkFacts> = new Map();

function hasKeys(value: object): boolean {
  for (const _ in value) return true;
  return false;
}

/** Lives while one element is read. */
class ElementReader {
  static readonly #ofOurs: { readonly [K in OwnKey]: (reader: ElementReader, value: YamlValue) => void } = {
    uid: (reader, value) => (reader.#node.uid = reader.#decode.text(value)),
    kind: (reader, value) => (reader.#node.kind = reader.#decode.oneOf(value, kinds, "a kind of node")),
    texts: (reader, value) => (reader.#node.translations = translationsOf(value, reader.#decode)),
    owner: (reader, value) => (reader.#node.owner = reader.#decode.text(value)),
    validUntil: (reader, value) => (reader.#node.validUntil = reader.#decode.text(value)),
    uninstantiated: (reader, value) =>
      (reader.#node.uninstantiated = reader.#decode.yes(value) === true ? true : undefined),
    tags: (reader, value) => (reader.#node.tags = tagsOf(value, reader.#decode)),
    parameters: (reader, value) => (reader.#node.parameters = parametersOf(value, reader.#decode)),
    evidence: (reader, value) => (reader.#node.evidence = evidenceOf(value, reader.#decode)),
    monitor: (reader, value) => (reader.#node.monitor = monitorOf(value, reader.#decode)),
    away: (reader, value) => (reader.#node.away = awayOf(value, reader.#decode)),
    attachments: (reader, value) => (reader.#node.attachments = attachmentsOf(value, reader.#decode)),
    links: (reader, value) => (reader.#links = linksOf(value, reader.#decode)),
    challenges: (reader, value) => reader.#challenges.push(...reader.#decode.texts(value)),
    responsibility: (reader, value) => (reader.#responsibility = reader.#decode.texts(value)),
    choices: (reader, value) => (reader.#choices = choicesOf(value, reader.#decode)),
    instance: (reader, value) => (reader.#node.instance = instanceOf(value, reader.#decode)),
    layers: (reader, value) =>
      (reader.#layers = [...(reader.#layers ?? []), ...Object.entries(valuesOf(value, reader.#decode))]),
  };

  type: NodeType | undefined;
  readonly #label: string;
  readonly #decode: Decoder;
  readonly #node: Open<CaseNode> = {};
  #layers: [string, Json][] | undefined;
  readonly #look: Open<Presentation> = {};
  #supportedBy: readonly string[] = [];
  #inContextOf: readonly string[] = [];
  readonly #challenges: string[] = [];
  #responsibility: readonly string[] = [];
  #defeatedRelations: readonly string[] = [];
  #links: ReadonlyMap<string, LinkFacts> = noLinks;
  #choices: Element["choices"] = [];

  constructor(label: string, decode: Decoder) {
    this.#label = label;
    this.#decode = decode;
  }

  read(map: YamlMap): void {
    for (let at = 0; at < map.pairs.length; at += 1) {
      const pair = map.pairs[at]!;
      if (!this.#gsn2x(pair)) this.#layer(pair);
    }
  }

  made(type: NodeType): Element {
    const { uid = this.#label, text = "", ...rest } = this.#node;
    if (this.#layers !== undefined) rest.layers = Object.fromEntries(this.#layers);
    if (hasKeys(this.#look)) rest.presentation = defined(this.#look);
    // Most nodes have a text only.
    const more = hasKeys(rest) ? defined(rest) : undefined;
    const node: CaseNode = { uid, label: this.#label, type, text, ...more };
    return {
      node,
      supportedBy: this.#supportedBy,
      inContextOf: this.#inContextOf,
      challenges: this.#challenges,
      responsibility: this.#responsibility,
      defeatedRelations: this.#defeatedRelations,
      links: this.#links,
      choices: this.#choices,
    };
  }

  /** Whether it is a key that gsn2x knows, or ours. */
  #gsn2x({ key, value }: YamlPair): boolean {
    const decode = this.#decode;
    switch (key.text) {
      case "text":
        this.#node.text = decode.text(value)?.trimEnd();
        return true;
      case "supportedBy":
        this.#supportedBy = decode.texts(value);
        return true;
      case "inContextOf":
        this.#inContextOf = decode.texts(value);
        return true;
      case "challenges":
        this.#challenges.unshift(...decode.texts(value));
        return true;
      case "undeveloped":
      case "defeated":
        this.#node[key.text] = decode.yes(value) === true ? true : undefined;
        return true;
      case "defeatedRelation":
        this.#defeatedRelations = decode.texts(value);
        return true;
      case "url":
        this.#node.url = decode.text(value);
        return true;
      case "nodeType":
        this.type = this.#nodeType(value);
        return true;
      case "acp":
        this.#node.claimPoints = this.#claimPoints(value);
        return true;
      case "dcase":
        this.#own(value);
        return true;
      default:
        return lookOf(key.text, value, this.#look, decode);
    }
  }

  #layer({ key, value }: YamlPair): void {
    this.#layers = [...(this.#layers ?? []), [key.text, jsonOf(value)]];
    const near = nearest(key.text, elementKeys);
    if (near === undefined && !(nodeKeys as readonly string[]).includes(key.text)) return;
    const help = near === undefined ? `it stands beneath \`dcase:\`` : `did you mean \`${near}\`?`;
    this.#decode.warnings.push({
      code: "FIL-08",
      message: `\`${key.text}\` is kept as a layer: a note that only gsn2x draws`,
      span: spanOf(key),
      help,
    });
  }

  #nodeType(value: YamlValue): NodeType | undefined {
    const name = this.#decode.oneOf(value, Object.values(gsn2xTypes), "a type of node");
    return typeNames.find(([, each]) => each === name)?.[0];
  }

  #claimPoints(value: YamlValue): readonly ClaimPoint[] {
    const map = this.#decode.map(value, "claim points by their names");
    return (map?.pairs ?? []).map(({ key, value: at }) => ({ name: key.text, at: this.#decode.texts(at) }));
  }

  #own(value: YamlValue): void {
    const decode = this.#decode;
    const map = decode.map(value, "what gsn2x does not know, by name");
    if (map === undefined) return;
    for (let at = 0; at < map.pairs.length; at += 1) {
      const pair = map.pairs[at]!;
      const name = pair.key.text;
      if (Object.hasOwn(ElementReader.#ofOurs, name)) ElementReader.#ofOurs[name as OwnKey](this, pair.value);
      else decode.unknown(pair, nodeKeys);
    }
  }
}

function choicesOf(value: YamlValue, decode: Decoder): Element["choices"] {
  const lists = value.kind === "list" ? value.items : [value];
  return lists.flatMap((item) => {
    const map = decode.map(item, "a choice: `{ of: [G2, G3], least: 1, most: 1 }`");
    if (map === undefined) return [];
    const found: Open<Element["choices"][number]> = {};
    decode.keys(map, {
      of: (inner) => (found.of = decode.texts(inner)),
      least: (inner) => (found.least = decode.integer(inner)),
      most: (inner) => (found.most = decode.integer(inner)),
      by: (inner) => (found.by = decode.text(inner)),
    });
    const { of = [], least = 1, most = Math.max(1, least), by } = found;
    return [{ of, least, most, ...defined({ by }) }];
  });
}
