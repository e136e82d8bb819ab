/** How values print: floats, durations, sizes, and any value of a known type (language 5). */

import { parseType, type Type } from "../../records/index.ts";
import { Fault } from "../faults/fault.ts";
import { ScriptObject } from "../script-object.ts";

/** `float` as a script prints it: always with a point or an exponent, the shortest text that reads back as the same number. */
export function showFloat(value: number): string {
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
] as const;

/** A duration: `500ms`, `1.5s`, `1m30s`, `2d`; milliseconds and seconds with at most three decimals. */
export function showDuration(milliseconds: number): string {
  const sign = milliseconds < 0 ? "-" : "";
  const size = Math.abs(milliseconds);
  // Rounded ahead of the choice of units, so that 999.9999 ms is 1s and not 1000ms.
  if (roundTo3(size) < 1000) return size === 0 ? "0s" : `${sign}${roundTo3(size)}ms`;
  let rest = Math.round(size);
  let text = sign;
  for (const [name, unit] of units) {
    const count = Math.floor(rest / unit);
    if (count > 0) text += `${count}${name}`;
    rest -= count * unit;
  }
  return rest > 0 ? `${text}${roundTo3(rest / 1000)}s` : text;
}

function roundTo3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const sizes = ["K", "M", "G", "T", "P"].flatMap((letter, power) => [
  [`${letter}iB`, 1024 ** (power + 1)] as const,
  [`${letter}B`, 1000 ** (power + 1)] as const,
]);

/** A size, exact: in the unit of whole numbers that makes it shortest, `512KiB`, `10MB`, `1234567B`. */
export function showSize(bytes: number): string {
  let best = `${bytes}B`;
  if (bytes === 0) return best;
  for (const [name, unit] of sizes) {
    if (bytes % unit !== 0) continue;
    const text = `${bytes / unit}${name}`;
    if (digits(text) < digits(best)) best = text;
  }
  return best;
}

function digits(text: string): number {
  return text.replace(/\D/g, "").length;
}

const parsed = new Map<string, Type>();

/** Any value as `"${…}"` prints it; `type` is its static type as a script writes it. */
export function show(value: unknown, type: string): string {
  if (typeof value === "string") return value;
  let known = parsed.get(type);
  if (known === undefined) {
    known = parseType(type);
    parsed.set(type, known);
  }
  return showTyped(value, known, false);
}

/** Texts within arrays and maps stand in quotes, so that what is printed tells where one ends. */
export function showTyped(value: unknown, type: Type, quoted: boolean): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted ? JSON.stringify(value) : value;
  if (typeof value === "number") return showNumber(value, type);
  if (Array.isArray(value)) {
    const inner = baseOf(type);
    const element = inner.kind === "array" ? inner.element : unknownType;
    return `[${value.map((item: unknown) => showTyped(item, element, true)).join(", ")}]`;
  }
  if (value instanceof Map) {
    const inner = baseOf(type);
    const part = inner.kind === "map" ? inner.value : unknownType;
    const entries = [...value].map(([key, item]) => `${JSON.stringify(key)}: ${showTyped(item, part, true)}`);
    return `{${entries.join(", ")}}`;
  }
  if (value instanceof ScriptObject) return value.$class;
  if (value instanceof Fault) return `${value.kind}: ${value.message}`;
  if (value instanceof RegExp) return `/${value.source}/${value.flags.replace("u", "")}`;
  if (typeof value === "function") return "(function)";
  return typeof value === "object" ? showObject(value, type) : String(value);
}

const unknownType: Type = { kind: "unknown" };

function baseOf(type: Type): Type {
  return type.kind === "optional" ? baseOf(type.base) : type;
}

function showNumber(value: number, type: Type): string {
  switch (baseOf(type).kind) {
    case "float":
      return showFloat(value);
    case "Duration":
      return showDuration(value);
    case "Size":
      return showSize(value);
    default:
      return Number.isInteger(value) ? String(value) : showFloat(value);
  }
}

/** Objects of the library: their type's name and what tells them apart. */
function showObject(value: object, type: Type): string {
  const name = type.kind === "object" ? type.name : "object";
  if (value.toString !== Object.prototype.toString) return String(value);
  const told = Object.entries(value).filter(([, part]) => ["string", "number", "boolean"].includes(typeof part));
  return `${name}(${told.map(([key, part]) => `${key}=${typeof part === "string" ? JSON.stringify(part) : String(part)}`).join(", ")})`;
}
