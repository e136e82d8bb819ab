/** YAML as a tree in which every part knows where it stands. */

import type { Span } from "../../text/index.ts";
import type { Json } from "../model/json.ts";

export interface YamlScalar extends Span {
  readonly kind: "scalar";
  readonly text: string;
  /** Neither quoted nor a block: `true` and `12` mean what they look like. */
  readonly plain: boolean;
}

export interface YamlList extends Span {
  readonly kind: "list";
  readonly items: readonly YamlValue[];
  readonly flow: boolean;
}

export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlValue;
}

export interface YamlMap extends Span {
  readonly kind: "map";
  readonly pairs: readonly YamlPair[];
  readonly flow: boolean;
}

export type YamlValue = YamlScalar | YamlList | YamlMap;

/** Where a value stands, without the value. */
export function spanOf({ start, end }: YamlValue): Span {
  return { start, end };
}

/** A plain scalar's value by YAML 1.2's core schema. */
export function scalarValue(scalar: YamlScalar): null | boolean | number | string {
  const { text, plain } = scalar;
  if (!plain) return text;
  if (text === "" || text === "~" || /^(?:null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?[0-9]+$/.test(text) || /^0o[0-7]+$/.test(text) || /^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  return text;
}

/** A value as JSON; numbers that JSON cannot hold stay text. The tree's depth is limited where it is read. */
export function jsonOf(value: YamlValue): Json {
  switch (value.kind) {
    case "scalar": {
      const found = scalarValue(value);
      return typeof found === "number" && !Number.isFinite(found) ? value.text : found;
    }
    case "list":
      return value.items.map(jsonOf);
    case "map":
      return Object.fromEntries(value.pairs.map(({ key, value: inner }) => [key.text, jsonOf(inner)]));
  }
}

/** The value of a key; undefined where there is none. */
export function valueAt(map: YamlMap, name: string): YamlValue | undefined {
  return map.pairs.find(({ key }) => key.text === name)?.value;
}
