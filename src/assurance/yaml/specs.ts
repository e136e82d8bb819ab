/** What a node of a D-Case holds under `dcase:` beyond its text: evidence, monitors, parameters, records of patterns. */

import { parseCondition } from "../condition/parse.ts";
import type { Attachment, Away, Tag } from "../model/case.ts";
import type { Condition } from "../model/condition.ts";
import type { EvidenceSource, EvidenceSpec, Monitor } from "../model/evidence.ts";
import type { Json } from "../model/json.ts";
import type { Instance, Parameter, ParameterType } from "../model/pattern.ts";
import type { Decoder } from "./decoder.ts";
import { jsonOf, spanOf, type YamlValue } from "./tree.ts";

const sources = [
  "test",
  "inject",
  "load",
  "monitor",
  "review",
  "document",
] as const satisfies readonly EvidenceSource[];
const types = ["String", "Int", "Double", "Boolean", "Duration", "List"] as const satisfies readonly ParameterType[];

type Open<T> = { -readonly [K in keyof T]?: T[K] | undefined };

export function evidenceOf(value: YamlValue, decode: Decoder): EvidenceSpec | undefined {
  const map = decode.map(value, "what the evidence must be, such as `by: test`");
  if (map === undefined) return undefined;
  const found: Open<EvidenceSpec> = {};
  decode.keys(map, {
    by: (inner) => (found.by = decode.oneOf(inner, sources, "the kind of the evidence")),
    of: (inner) => (found.of = decode.text(inner)),
    subject: (inner) => (found.subject = decode.text(inner)),
    maxAge: (inner) => (found.maxAge = decode.text(inner)),
    environment: (inner) => (found.environment = valuesOf(inner, decode)),
    parameters: (inner) => (found.parameters = valuesOf(inner, decode)),
    expects: (inner) => (found.expects = conditionOf(inner, decode)),
  });
  const { by, ...rest } = found;
  if (by !== undefined) return { by, ...defined(rest) };
  if (map.pairs.every(({ key }) => key.text !== "by"))
    decode.wrong(
      spanOf(value),
      "the evidence does not say what it comes from",
      `add \`by:\` with one of ${sources.join(", ")}`,
    );
  return undefined;
}

export function monitorOf(value: YamlValue, decode: Decoder): Monitor | undefined {
  const map = decode.map(value, "a metric and a condition");
  if (map === undefined) return undefined;
  const found: Open<Monitor> = {};
  decode.keys(map, {
    metric: (inner) => (found.metric = decode.text(inner)),
    condition: (inner) => (found.condition = conditionOf(inner, decode)),
    window: (inner) => (found.window = decode.text(inner)),
  });
  const { metric, condition, window } = found;
  if (metric !== undefined && condition !== undefined) return { metric, condition, ...defined({ window }) };
  for (const name of ["metric", "condition"])
    if (map.pairs.every(({ key }) => key.text !== name))
      decode.wrong(
        spanOf(value),
        `the monitor has no \`${name}\``,
        "for example: { metric: cpu, condition: max(cpu) <= 80%, window: 5m }",
      );
  return undefined;
}

function conditionOf(value: YamlValue, decode: Decoder): Condition | undefined {
  const text = decode.text(value);
  if (text === undefined) return undefined;
  const parsed = parseCondition(text);
  if (parsed.ok) return parsed.condition;
  const plain = value.kind === "scalar" && value.plain && !text.includes("\n");
  const start = plain ? value.start + parsed.at : value.start;
  return decode.wrong(
    { start, end: Math.max(start + 1, value.end) },
    `this is no condition: ${parsed.message}`,
    "for example: max(cpu) <= 80% and errors == 0",
    "FIL-10",
  );
}

export function parametersOf(value: YamlValue, decode: Decoder): readonly Parameter[] {
  const map = decode.map(value, "parameters by their names");
  return (map?.pairs ?? []).flatMap(({ key, value: inner }) => parameterOf(key.text, inner, decode) ?? []);
}

/** `PEAK: 40` is short for a value whose type it shows. */
function parameterOf(name: string, value: YamlValue, decode: Decoder): Parameter | undefined {
  if (value.kind !== "map") {
    const found = jsonOf(value);
    if (found === null) return { name, type: "String" };
    return { name, type: typeOf(found), value: found };
  }
  const found: Open<Parameter> = {};
  decode.keys(value, {
    type: (inner) => (found.type = decode.oneOf(inner, types, "a type")),
    value: (inner) => (found.value = jsonOf(inner)),
    range: (inner) => (found.range = rangeOf(inner, decode)),
    choices: (inner) =>
      (found.choices = inner.kind === "list" ? inner.items.map(jsonOf) : decode.expected("a list of values", inner)),
    says: (inner) => (found.says = decode.text(inner)),
    texts: (inner) => (found.translations = translationsOf(inner, decode)),
  });
  const { type, ...rest } = found;
  return { name, type: type ?? (rest.value === undefined ? "String" : typeOf(rest.value)), ...defined(rest) };
}

/** Texts by their languages. */
export function translationsOf(value: YamlValue, decode: Decoder): Readonly<Record<string, string>> | undefined {
  const map = decode.map(value, "texts by their languages, such as `ja: …`");
  if (map === undefined || map.pairs.length === 0) return undefined;
  return Object.fromEntries(map.pairs.map(({ key, value: text }) => [key.text, (decode.text(text) ?? "").trimEnd()]));
}

function typeOf(value: Json): ParameterType {
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "Int" : "Double";
  if (Array.isArray(value)) return "List";
  return "String";
}

function rangeOf(value: YamlValue, decode: Decoder): readonly [number | string, number | string] | undefined {
  const ends = value.kind === "list" ? value.items.map(jsonOf) : [];
  const [least, greatest] = ends;
  const fits = (end: Json | undefined): end is number | string => typeof end === "number" || typeof end === "string";
  if (ends.length === 2 && fits(least) && fits(greatest)) return [least, greatest];
  return decode.expected("the least and the greatest value, such as [1, 40]", value);
}

export function tagsOf(value: YamlValue, decode: Decoder): readonly Tag[] {
  const map = decode.map(value, "tags by their names");
  return (map?.pairs ?? []).map(({ key, value: inner }) => ({ name: key.text, value: jsonOf(inner) }));
}

export function attachmentsOf(value: YamlValue, decode: Decoder): readonly Attachment[] {
  if (value.kind !== "list") {
    decode.expected("a list of attachments", value);
    return [];
  }
  return value.items.flatMap((item) => attachmentOf(item, decode) ?? []);
}

function attachmentOf(value: YamlValue, decode: Decoder): Attachment | undefined {
  const map = decode.map(value, "an attachment with its name");
  if (map === undefined) return undefined;
  const found: Open<Attachment> = {};
  decode.keys(map, {
    name: (inner) => (found.name = decode.text(inner)),
    digest: (inner) => (found.digest = decode.text(inner)),
    mediaType: (inner) => (found.mediaType = decode.text(inner)),
    url: (inner) => (found.url = decode.text(inner)),
  });
  const { name, ...rest } = found;
  return name === undefined ? decode.wrong(spanOf(value), "the attachment has no name") : { name, ...defined(rest) };
}

export function awayOf(value: YamlValue, decode: Decoder): Away | undefined {
  const map = decode.map(value, "a module and a node of it");
  if (map === undefined) return undefined;
  const found: Open<Away> = {};
  decode.keys(map, {
    module: (inner) => (found.module = decode.text(inner)),
    node: (inner) => (found.node = decode.text(inner)),
  });
  const { module, node } = found;
  return module !== undefined && node !== undefined
    ? { module, node }
    : decode.wrong(
        spanOf(value),
        "an away node names its module and its node there",
        "for example: { module: backup, node: G3 }",
      );
}

export function instanceOf(value: YamlValue, decode: Decoder): Instance | undefined {
  const map = decode.map(value, "the pattern that this was made from");
  if (map === undefined) return undefined;
  const found: Open<Instance> = {};
  decode.keys(map, {
    pattern: (inner) => (found.pattern = decode.text(inner)),
    digest: (inner) => (found.digest = decode.text(inner)),
    arguments: (inner) => (found.arguments = valuesOf(inner, decode)),
    node: (inner) => (found.node = decode.text(inner)),
  });
  const { pattern, arguments: given = {}, ...rest } = found;
  return pattern === undefined
    ? decode.wrong(spanOf(value), "the pattern's name is missing")
    : { pattern, arguments: given, ...defined(rest) };
}

export function valuesOf(value: YamlValue, decode: Decoder): { readonly [name: string]: Json } {
  const map = decode.map(value, "values by their names");
  return Object.fromEntries((map?.pairs ?? []).map(({ key, value: inner }) => [key.text, jsonOf(inner)]));
}

/** An object without the keys that have no value. */
export function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const made: { [name: string]: unknown } = {};
  for (const name of Object.keys(value)) {
    const each: unknown = value[name as keyof T];
    if (each !== undefined) made[name] = each;
  }
  // What is left out is what was undefined.
  return made as { [K in keyof T]?: Exclude<T[K], undefined> };
}
