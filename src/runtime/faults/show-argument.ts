/** A value as a trace shows it: its type and a short text, as the language writes it; secrets are masked. */

import { type FaultArgument, type SiteArgument, showType, type Type, types } from "../../records/index.ts";
import { showTyped } from "../control/texts.ts";
import { ScriptObject } from "../script-object.ts";
import { type Mask, masked } from "../secrets.ts";

// A trace is read at night on a small screen: the whole value is in the script's own output, not here.
const longest = 200;
const mostElements = 5;
const deepest = 3;

/** The shown form of an argument; `known` is what the checker found out about it. */
export function showArgument(
  known: SiteArgument | undefined,
  index: number,
  value: unknown,
  mask: Mask,
): FaultArgument {
  const isNull = value === null || value === undefined;
  return {
    name: known?.name ?? `argument${index + 1}`,
    type: known === undefined ? typeOfValue(value) : showType(known.type),
    text: known?.secret === true ? masked : shorten(textOfValue(value, known?.type ?? types.unknown), mask),
    origins: known?.origins ?? 0,
    ...(known?.holds === undefined ? {} : { holds: known.holds }),
    ...(isNull && known?.secret !== true ? { isNull } : {}),
  };
}

/** Secrets are hidden ahead of the cut: a part of one could not be found any more. */
function shorten(text: string, mask: Mask): string {
  if (text.length <= longest) return text;
  const shown = mask(text);
  return shown.length <= longest ? shown : `${shown.slice(0, longest)}… (${text.length} characters)`;
}

function typeOfValue(value: unknown): string {
  if (typeof value === "string") return "String";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return typeof value;
}

/** The text of any value; long lists and deep nesting are cut. Texts within stand in quotes. */
function textOfValue(value: unknown, type: Type, depth = 0): string {
  // What is in it may be much, and is the script's own.
  if (value instanceof ScriptObject) return value.$class;
  if (depth === deepest && typeof value === "object" && value !== null) return "…";
  const part = partOf(type);
  if (Array.isArray(value)) {
    const shown = value.slice(0, mostElements).map((item) => textOfValue(item, part, depth + 1));
    return `[${shown.join(", ")}${value.length > mostElements ? ", …" : ""}]`;
  }
  if (value instanceof Map) {
    const shown: string[] = [];
    for (const [key, item] of value) {
      if (shown.length === mostElements) break;
      shown.push(`${JSON.stringify(key)}: ${textOfValue(item, part, depth + 1)}`);
    }
    return `{${shown.join(", ")}${value.size > mostElements ? ", …" : ""}}`;
  }
  return showTyped(typeof value === "object" && value !== null ? withoutLongTexts(value) : value, type, depth > 0);
}

/** A Result may hold a command's whole output. */
function withoutLongTexts(value: object): object {
  const isLong = (part: unknown): part is string => typeof part === "string" && part.length > longest;
  if (value instanceof Error || !Object.values(value).some(isLong)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, isLong(part) ? "…" : part]));
}

function partOf(type: Type): Type {
  if (type.kind === "optional") return partOf(type.base);
  if (type.kind === "array") return type.element;
  return type.kind === "map" ? type.value : types.unknown;
}

/** The elements of an array or the entries of a Map as texts; undefined of anything else. */
export function elementsOf(value: unknown, type: Type = types.unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map((item) => textOfValue(item, partOf(type), 1));
  if (!(value instanceof Map)) return undefined;
  return [...value].map(([key, item]) => `${JSON.stringify(key)}: ${textOfValue(item, partOf(type), 1)}`);
}
