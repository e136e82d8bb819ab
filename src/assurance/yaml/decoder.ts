/** The values of a YAML tree as what a schema expects, or the troubles with their places. */

import { nearest } from "../../diagnostics/index.ts";
import type { Span } from "../../text/index.ts";
import type { Json } from "../model/json.ts";
import type { Trouble } from "../model/reading.ts";
import { jsonOf, scalarValue, spanOf, type YamlMap, type YamlPair, type YamlValue } from "./tree.ts";

/** Decodes values; lives while one file is read. What is wrong becomes undefined and a trouble. */
export class Decoder {
  readonly errors: Trouble[] = [];
  readonly warnings: Trouble[] = [];

  wrong(span: Span, message: string, help?: string, code = "FIL-03"): undefined {
    this.errors.push({ code, message, span, ...(help === undefined ? {} : { help }) });
    return undefined;
  }

  expected(what: string, value: YamlValue, help?: string): undefined {
    return this.wrong(spanOf(value), `expected ${what}, found ${shown(value)}`, help);
  }

  /** Any scalar as it is written: `1.10` stays that. */
  text(value: YamlValue): string | undefined {
    if (value.kind !== "scalar") return this.expected("a text", value);
    return value.plain && (value.text === "~" || value.text === "null") ? "" : value.text;
  }

  yes(value: YamlValue): boolean | undefined {
    const found = value.kind === "scalar" ? scalarValue(value) : undefined;
    return typeof found === "boolean" ? found : this.expected("true or false", value);
  }

  integer(value: YamlValue, least = 0): number | undefined {
    const found = value.kind === "scalar" ? scalarValue(value) : undefined;
    return typeof found === "number" && Number.isSafeInteger(found) && found >= least
      ? found
      : this.expected(least === 0 ? "a whole number from 0" : "a whole number", value);
  }

  oneOf<const T extends string>(value: YamlValue, names: readonly T[], what: string): T | undefined {
    const found = value.kind === "scalar" ? names.find((each) => each === value.text) : undefined;
    if (found !== undefined) return found;
    const near = value.kind === "scalar" ? nearest(value.text, names) : undefined;
    return this.expected(what, value, near === undefined ? `known: ${names.join(", ")}` : `did you mean \`${near}\`?`);
  }

  /** A text, or a list of texts; an empty value is an empty list. */
  texts(value: YamlValue): readonly string[] {
    if (value.kind === "scalar") return value.text === "" ? [] : [value.text];
    if (value.kind === "map") {
      this.expected("a list of names", value);
      return [];
    }
    const texts: string[] = [];
    value.items.forEach((item) => {
      const text = this.text(item);
      if (text !== undefined) texts.push(text);
    });
    return texts;
  }

  json(value: YamlValue): Json {
    return jsonOf(value);
  }

  map(value: YamlValue, what: string): YamlMap | undefined {
    if (value.kind === "map") return value;
    if (value.kind === "scalar" && value.plain && scalarValue(value) === null)
      return { kind: "map", pairs: [], flow: false, ...spanOf(value) };
    return this.expected(what, value);
  }

  /** Calls what is known for each key of a map; other keys are troubles that name the nearest one. */
  keys(map: YamlMap, known: Readonly<Record<string, (value: YamlValue, pair: YamlPair) => void>>): void {
    map.pairs.forEach((pair) => {
      const read = Object.hasOwn(known, pair.key.text) ? known[pair.key.text] : undefined;
      if (read !== undefined) read(pair.value, pair);
      else this.unknown(pair, Object.keys(known));
    });
  }

  unknown({ key }: YamlPair, known: readonly string[]): void {
    const near = nearest(key.text, known);
    const help = near === undefined ? `known here: ${known.join(", ")}` : `did you mean \`${near}\`?`;
    this.errors.push({ code: "FIL-04", message: `there is no key \`${key.text}\` here`, span: spanOf(key), help });
  }
}

function shown(value: YamlValue): string {
  switch (value.kind) {
    case "list":
      return "a list";
    case "map":
      return "a map";
    case "scalar":
      return value.text === ""
        ? "nothing"
        : JSON.stringify(value.text.length > 60 ? `${value.text.slice(0, 57)}…` : value.text);
  }
}
