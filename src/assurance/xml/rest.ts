/**
 * What a format has no field for, written beside what it has one for.
 *
 * The writer reads its own native fields back and keeps whatever comes out otherwise, so that nothing is forgotten. The
 * reader puts it in again, but only where the native field still says what it said then: what somebody changed with the
 * other tool counts.
 */

import type { Json } from "../model/json.ts";
import { isTooDeep, parsedJson } from "./json-text.ts";
import { isRecord } from "./kept.ts";
import type { Fields } from "./model-shapes.ts";
import { isSame } from "./same.ts";

/** Fields of a node, an edge or a module that come out otherwise; `was` holds what the native fields say of them. */
export type Rest = { readonly [field: string]: Json };

export interface RestOf {
  readonly rest: Rest | undefined;
  /** Fields that lie too deep in themselves to be written. */
  readonly tooDeep: readonly string[];
}

export function restOf(wanted: object, native: object): RestOf {
  const fields = new Map<string, Json>();
  const was = new Map<string, Json>();
  const tooDeep: string[] = [];
  const mine = new Map<string, unknown>(Object.entries(wanted));
  const theirs = new Map<string, unknown>(Object.entries(native));
  // Sorted, so that the same case gives the same text.
  for (const key of [...new Set([...mine.keys(), ...theirs.keys()])].sort()) {
    const [one, other] = [mine.get(key), theirs.get(key)];
    if (isSame(one, other)) continue;
    if (isTooDeep(one) || isTooDeep(other)) {
      tooDeep.push(key);
      continue;
    }
    // What is no JSON cannot be in a case: its type says so.
    fields.set(key, (one ?? null) as Json);
    if (other !== undefined) was.set(key, other as Json);
  }
  if (fields.size === 0) return { rest: undefined, tooDeep };
  const rest = Object.fromEntries(fields);
  return { rest: was.size === 0 ? rest : { ...rest, was: Object.fromEntries(was) }, tooDeep };
}

export interface WithRest<T> {
  readonly value: T;
  /** Fields that were written, and cannot be read as such. */
  readonly unreadable: readonly string[];
}

/** `others` are keys that are no fields, and somebody else's to read. */
export function withRest<T extends object>(
  native: T,
  rest: Rest | undefined,
  { shapes, always }: Fields,
  ...others: readonly string[]
): WithRest<T> {
  if (rest === undefined) return { value: native, unreadable: [] };
  const fields = new Map<string, unknown>(Object.entries(native));
  const was = isRecord(rest["was"]) ? rest["was"] : {};
  const unreadable: string[] = [];
  for (const [key, value] of Object.entries(rest)) {
    if (key === "was" || others.includes(key)) continue;
    if (!Object.hasOwn(shapes, key)) {
      unreadable.push(key);
      continue;
    }
    const before = Object.hasOwn(was, key) ? was[key] : undefined;
    if (!isSame(fields.get(key), before)) continue;
    if (value === null && !always.has(key)) fields.delete(key);
    else if (shapes[key]?.(value) === true) fields.set(key, value);
    else unreadable.push(key);
  }
  // Each field has its shape, and those that every node, edge or module has are in `native`.
  return { value: Object.fromEntries(fields) as T, unreadable };
}

/** The rest in a text that begins with this word; undefined in any other text. */
const mark = "dscript ";

export function markedRest(text: string | undefined): Rest | "unreadable" | undefined {
  if (text === undefined || !text.startsWith(mark)) return undefined;
  const parsed = parsedJson(text.slice(mark.length));
  return parsed !== undefined && isRecord(parsed.value) ? parsed.value : "unreadable";
}

export function markRest(json: string): string {
  return `${mark}${json}`;
}
