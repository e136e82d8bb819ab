/** Values of a pattern's parameters: whether they fit, how they are read from words, and how they are shown in a text. */

import { readDuration } from "../../records/index.ts";
import type { Json } from "../model/json.ts";
import type { Parameter, ParameterType } from "../model/pattern.ts";

const expected: Readonly<Record<ParameterType, string>> = {
  String: "a text, or texts by their languages",
  Int: "a whole number",
  Double: "a number",
  Boolean: "true or false",
  Duration: "a duration, such as 30s, 5m or 7d",
  List: "a list of values",
};

/** What is wrong with an argument, as a sentence; undefined where it fits. */
export function misfit(value: Json, { name, type, range, choices }: Parameter): string | undefined {
  if (!isOfType(value, type)) return `the argument ${name} is ${expected[type]}, not ${shown(value)}`;
  if (choices !== undefined && !choices.some((choice) => sameJson(choice, value)))
    return `the argument ${name} is one of ${choices.map(shown).join(", ")}, not ${shown(value)}`;
  if (range === undefined) return undefined;
  const [least, greatest] = range;
  const [low, at, high] = [amountOf(least, type), amountOf(value, type), amountOf(greatest, type)];
  if (at === undefined || low === undefined || high === undefined) return undefined;
  return at < low || at > high
    ? `the argument ${name} is from ${least} to ${greatest}, not ${shown(value)}`
    : undefined;
}

function isOfType(value: Json, type: ParameterType): boolean {
  switch (type) {
    case "String":
      return typeof value === "string" || isTranslated(value);
    case "Int":
      return typeof value === "number" && Number.isSafeInteger(value);
    case "Double":
      return typeof value === "number" && Number.isFinite(value);
    case "Boolean":
      return typeof value === "boolean";
    case "Duration":
      return typeof value === "string" && readDuration(value) !== undefined;
    case "List":
      return Array.isArray(value);
  }
}

function amountOf(value: Json, type: ParameterType): number | undefined {
  if (typeof value === "number") return value;
  return type === "Duration" && typeof value === "string" ? readDuration(value) : undefined;
}

/** The value that the words of a command line stand for; what they do not fit stays text, for `misfit` to tell of. */
export function valueOfWords(words: string, type: ParameterType): Json {
  switch (type) {
    case "String":
    case "Duration":
      return words;
    case "Int":
    case "Double":
      return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(words) ? Number(words) : words;
    case "Boolean":
      return words === "true" ? true : words === "false" ? false : words;
    case "List":
      return words === "" ? [] : words.split(",").map((item) => item.trim());
  }
}

/** Texts by language tags: `{ en: the teacher, ja: 教員 }`. */
export function isTranslated(value: Json): value is { readonly [language: string]: string } {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([name, text]) => isLanguage(name) && typeof text === "string");
}

/** Tags as they are written in cases; a longer word is the name of a field. */
function isLanguage(name: string): boolean {
  return /^[a-z]{2}(?:-[A-Za-z0-9]{2,8})*$/.test(name);
}

/** A value as a text in a language: a map of fields is its `text`, or else its `name`; undefined where it has neither. */
export function valueText(value: Json, language: string): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null) return "";
  if (Array.isArray(value)) {
    const parts = (value as readonly Json[]).map((item) => valueText(item, language));
    if (parts.includes(undefined)) return undefined;
    return parts.join(/^ja\b/.test(language) ? "、" : ", ");
  }
  if (!isTranslated(value)) {
    const { text, name } = value as { readonly [field: string]: Json };
    const said = text ?? name;
    // A text within a text is none.
    return said === undefined || (typeof said === "object" && said !== null && !isTranslated(said))
      ? undefined
      : valueText(said, language);
  }
  return value[language] ?? value["en"] ?? Object.values(value)[0];
}

/** The same value, keys in any order. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sortedJson(a) === sortedJson(b));
}

/** JSON with its keys in order. */
export function sortedJson(value: Json): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)))
      : inner,
  );
}

/** A value within a message. */
export function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
