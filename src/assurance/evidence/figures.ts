/** The figures that a command prints: `name=value` lines anywhere, or one JSON object as its last line. */

import type { Json } from "../model/json.ts";

/** Of a command's output. */
const mostFigures = 1000;

/** Numbers become numbers, `true` and `false` booleans, everything else text; a name that comes again counts as it came last. */
export function figuresIn(output: string): { readonly [name: string]: Json } {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  const found = new Map<string, Json>();
  for (const line of lines) {
    const [, name, value = ""] = /^([A-Za-z_][A-Za-z0-9_.-]{0,63})=(\S{0,200})$/.exec(line) ?? [];
    if (name !== undefined && (found.has(name) || found.size < mostFigures)) found.set(name, plainValue(value));
  }
  const last = lines.findLast((line) => line !== "") ?? "";
  for (const [name, value] of Object.entries(objectOf(last)).slice(0, mostFigures)) found.set(name, value);
  return Object.fromEntries(found);
}

/** `latency=12.5`, as on a command line; undefined where it names nothing. */
export function figureOf(text: string): readonly [name: string, value: Json] | undefined {
  const at = text.indexOf("=");
  return at < 1 ? undefined : [text.slice(0, at), plainValue(text.slice(at + 1))];
}

/** The value that a word stands for: `13%` is 0.13. */
export function plainValue(text: string): Json {
  if (text === "true" || text === "false") return text === "true";
  const [, number, percent] = /^(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(%?)$/.exec(text) ?? [];
  if (number === undefined) return text;
  const value = percent === "%" ? Number(`${number}e-2`) || Number(number) / 100 : Number(number);
  return Number.isFinite(value) ? value : text;
}

function objectOf(text: string): { readonly [name: string]: Json } {
  if (!text.startsWith("{")) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as { readonly [name: string]: Json }) : {};
  } catch {
    return {};
  }
}
