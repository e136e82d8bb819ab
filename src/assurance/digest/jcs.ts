/** JSON in its canonical form (RFC 8785, "JCS"): one text for each value, whoever writes it. */

import type { Json } from "../model/json.ts";

/** What has no canonical form: half of a surrogate pair, or a number that JSON cannot hold. */
export interface NoForm {
  readonly what: "surrogate" | "number";
  /** Names and positions that lead to it; the last one may be a name that is ill-formed itself. */
  readonly path: readonly (string | number)[];
}

export type Canonical = { readonly ok: true; readonly text: string } | ({ readonly ok: false } & NoForm);

export function canonicalJson(value: Json): Canonical {
  const quick = inOneGo(value);
  if (quick !== undefined) return { ok: true, text: quick };
  const { text, noForm } = written(value);
  return noForm === undefined ? { ok: true, text } : { ok: false, ...noForm };
}

/** A text that is the same for equal values, and for no others; also where there is no canonical form. */
export function comparable(value: Json | undefined): string {
  return value === undefined ? "" : written(value).text;
}

/**
 * What ECMAScript itself writes, where all names can be brought into order and the text has its form: strings and numbers
 * are then as sections 3.2.2.2 and 3.2.2.3 want them. Undefined where it takes a closer look.
 */
function inOneGo(value: Json): string | undefined {
  const sorted = withSortedNames(value, deepest);
  if (sorted === undefined) return undefined;
  const text = JSON.stringify(sorted);
  // Half of a surrogate pair is written as an escape.
  return text.includes("\\ud") ? undefined : text;
}

const deepest = 20;

/** Undefined of what is too deep, of numbers that JSON has not, and of names that objects put elsewhere. */
function withSortedNames(value: Json, depth: number): Json | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return undefined;
  return Array.isArray(value) ? sortedList(value, depth) : sortedMap(value as Fields, depth);
}

function sortedList(values: readonly (Json | undefined)[], depth: number): Json | undefined {
  const made: Json[] = [];
  for (const each of values) {
    const inner = withSortedNames(each ?? null, depth - 1);
    if (inner === undefined) return undefined;
    made.push(inner);
  }
  return made;
}

function sortedMap(fields: Fields, depth: number): Json | undefined {
  const made: { [name: string]: Json } = {};
  for (const name of namesOf(fields)) {
    // Names of digits stand first in an object, whatever their order.
    if (name.charCodeAt(0) <= 57 || name === "__proto__") return undefined;
    const inner = withSortedNames(fields[name] ?? null, depth - 1);
    if (inner === undefined) return undefined;
    made[name] = inner;
  }
  return made;
}

/** Names that have a value, by UTF-16 code units, section 3.2.3: the order that sort has by itself. */
function namesOf(fields: Fields): readonly string[] {
  const names: string[] = [];
  for (const name of Object.keys(fields)) {
    if (fields[name] === undefined) continue;
    // There are few: each is put into its place.
    let at = names.length;
    if (at > mostInserted) {
      names.push(name);
      continue;
    }
    for (; at > 0 && names[at - 1]! > name; at -= 1) names[at] = names[at - 1]!;
    names[at] = name;
  }
  return names.length > mostInserted ? names.sort() : names;
}

const mostInserted = 16;

type Fields = { readonly [name: string]: Json | undefined };

interface Frame {
  /** Of an object, sorted. */
  readonly names: readonly string[] | undefined;
  readonly fields: Fields;
  readonly values: readonly (Json | undefined)[];
  readonly count: number;
  at: number;
}

/** A stack of its own, because values are as deep as their file is. */
function written(root: Json): { readonly text: string; readonly noForm?: NoForm } {
  const stack: Frame[] = [listFrame([root])];
  // Joined at the end: a text that grows piece by piece costs several times as much.
  const text: string[] = [];
  let noForm: NoForm | undefined;
  const refuse = (what: NoForm["what"]): void => {
    noForm ??= { what, path: stack.slice(1).map(({ names, at }) => names?.[at - 1] ?? at - 1) };
  };
  for (let frame = stack[0]; frame !== undefined; frame = stack.at(-1)) {
    const { names, at } = frame;
    if (at === frame.count) {
      stack.pop();
      if (stack.length > 0) text.push(names === undefined ? "]" : "}");
      continue;
    }
    frame.at += 1;
    const name = names?.[at];
    if (name === undefined) {
      if (at > 0) text.push(",");
    } else {
      const shown = keyOf(name);
      if (isHalved(name, shown)) refuse("surrogate");
      text.push(at > 0 ? shown : shown.slice(1));
    }
    const value = (name === undefined ? frame.values[at] : frame.fields[name]) ?? null;
    if (typeof value === "object" && value !== null) {
      text.push(Array.isArray(value) ? "[" : "{");
      stack.push(frameOf(value));
    } else if (typeof value === "string") {
      // Strings are escaped as ECMAScript does it, section 3.2.2.2.
      const shown = JSON.stringify(value);
      if (isHalved(value, shown)) refuse("surrogate");
      text.push(shown);
    } else {
      if (typeof value === "number" && !Number.isFinite(value)) refuse("number");
      // Numbers as ECMAScript writes them, section 3.2.2.3; so -0 is 0.
      text.push(String(value));
    }
  }
  return noForm === undefined ? { text: text.join("") } : { text: text.join(""), noForm };
}

/** A case has few names, each thousands of times. */
const keys = new Map<string, string>();
const mostKeys = 1000;

/** `,"name":` */
function keyOf(name: string): string {
  const before = keys.get(name);
  if (before !== undefined) return before;
  const made = `,${JSON.stringify(name)}:`;
  if (keys.size < mostKeys) keys.set(name, made);
  return made;
}

const noFields: Fields = {};
const noValues: readonly Json[] = [];

function listFrame(values: readonly Json[]): Frame {
  return { names: undefined, fields: noFields, values, count: values.length, at: 0 };
}

function frameOf(value: readonly Json[] | { readonly [name: string]: Json }): Frame {
  if (Array.isArray(value)) return listFrame(value);
  const fields = value as Fields;
  const names = namesOf(fields);
  return { names, fields, values: noValues, count: names.length, at: 0 };
}

/**
 * UTF-8 has no bytes for half of a surrogate pair: two texts would get one digest.
 * `shown` is the text as JSON, in which half a pair is always an escape: only texts with one are looked through.
 */
function isHalved(text: string, shown: string): boolean {
  return shown.includes("\\ud") && /\p{Surrogate}/u.test(text);
}
