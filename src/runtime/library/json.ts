/** Json: reading, taking values out, making one. */

import { nearest } from "../../diagnostics/index.ts";
import type { FaultKind } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { readAll } from "../files/read-all.ts";
import { Refusal } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import { findIn } from "../json/find.ts";
import { jsonOf } from "../json/of.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonValue } from "../json/value.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

/** What reads, searches and makes JSON. */
export function jsonCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "Json.parse": guarded({
      perform: (_flow: ScriptFlow, _site: number, text: string) => parseJson(text),
      attempts: () => "read the JSON text",
    }),
    "Json.read": guarded({
      perform: async (flow: ScriptFlow, _site: number, filename: string) =>
        parseJson(await readAll(run, flow, filename)),
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "Json.of": guarded({
      perform: (_flow: ScriptFlow, _site: number, value: unknown) => jsonOf(value),
      attempts: () => "make JSON of it",
    }),
    "Json.find": guarded({
      perform: (_flow: ScriptFlow, _site: number, json: JsonValue, path: string) => findIn(json, path),
      attempts: (json, path) => `look for ${quote(path)} in ${json.path}`,
    }),
    "Json.toText": guarded({
      perform: (_flow: ScriptFlow, _site: number, json: JsonValue, indent: number = 0) => {
        if (indent < 0 || indent > 10)
          throw new Refusal("ArgumentFault", `an indent is 0 to 10 blanks, not ${indent}`, undefined, "indent");
        return JSON.stringify(json.value, undefined, indent);
      },
      attempts: (json) => `write ${json.path} as a text`,
    }),
  };
}

/** What takes values out: what does not fit is a fault that says where it stands. */
export function jsonFunctions(run: Run): Functions {
  const refuse = (site: number, kind: FaultKind, message: string, values: readonly unknown[] = []): Error =>
    createFault(run, site, { kind, message, values });
  const wrongKind = (site: number, json: JsonValue, wanted: string): Error =>
    refuse(site, "FormatFault", `${json.path} holds ${described(json)}, not ${wanted}`);
  const entry = (site: number, json: JsonValue, key: string): JsonValue => {
    const found = json.entry(key);
    if (found !== undefined) return found;
    if (json.kind !== "object") throw wrongKind(site, json, "an object");
    const close = nearest(key, Object.keys(json.value as object));
    const message =
      close === undefined
        ? `${json.path} has no key ${quote(key)}`
        : `${json.path} has no key ${quote(key)}; it has ${quote(close)}`;
    throw refuse(site, "IndexFault", message, [key]);
  };
  const element = (site: number, json: JsonValue, index: number): JsonValue => {
    const found = json.element(index);
    if (found !== undefined) return found;
    if (json.kind !== "array") throw wrongKind(site, json, "an array");
    const { length } = json.value as readonly unknown[];
    throw refuse(site, "IndexFault", `${json.path} has no element ${index}: it has ${length}`, [index]);
  };
  return {
    "Json.kind": (_flow, _site, json: JsonValue) => json.kind,
    "Json.length": (_flow, site, json: JsonValue) => {
      if (json.kind === "array") return (json.value as readonly unknown[]).length;
      if (json.kind === "object") return Object.keys(json.value as object).length;
      throw wrongKind(site, json, "an array or an object");
    },
    "Json.isNull": (_flow, _site, json: JsonValue) => json.value === null,
    "Json.get": (_flow, site, json: JsonValue, key: string) => entry(site, json, key),
    "Json.at": (_flow, site, json: JsonValue, index: number) => element(site, json, index),
    "Json.has": (_flow, _site, json: JsonValue, key: string) => json.entry(key) !== undefined,
    "Json.keys": (_flow, site, json: JsonValue) => {
      if (json.kind !== "object") throw wrongKind(site, json, "an object");
      return Object.keys(json.value as object);
    },
    "Json.asString": (_flow, site, json: JsonValue) => {
      if (typeof json.value === "string") return json.value;
      throw wrongKind(site, json, "a text");
    },
    "Json.asInt": (_flow, site, json: JsonValue) => {
      if (Number.isSafeInteger(json.value)) return (json.value as number) + 0;
      const isLarge = typeof json.value === "number" && Number.isInteger(json.value);
      throw wrongKind(site, json, isLarge ? "within the range of int" : "a whole number");
    },
    "Json.asFloat": (_flow, site, json: JsonValue) => {
      if (typeof json.value === "number") return json.value;
      throw wrongKind(site, json, "a number");
    },
    "Json.asBoolean": (_flow, site, json: JsonValue) => {
      if (typeof json.value === "boolean") return json.value;
      throw wrongKind(site, json, "true or false");
    },
    "Json.asArray": (_flow, site, json: JsonValue) => {
      if (json.kind === "array") return json.elements();
      throw wrongKind(site, json, "an array");
    },
    "Json.asMap": (_flow, site, json: JsonValue) => {
      if (json.kind !== "object") throw wrongKind(site, json, "an object");
      return new Map(Object.keys(json.value as object).map((key) => [key, json.entry(key)]));
    },
  };
}

/** `the text "80"`, `an array of 3`. */
function described(json: JsonValue): string {
  const { value } = json;
  switch (json.kind) {
    case "string":
      return `the text ${quote(value as string)}`;
    case "number":
    case "boolean":
      return String(value);
    case "null":
      return "null";
    case "array":
      return `an array of ${(value as readonly unknown[]).length}`;
    case "object":
      return "an object";
  }
}
