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

/** Mostly a value is a few levels deep, and all in it has a form: written from the inside out. Undefined where it takes a closer look. */
function inOneGo(value: Json | undefined, depth = deepest): string | undefined {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== "object" || value === null) return String(value ?? null);
  if (depth === 0) return undefined;
  return Array.isArray(value) ? listInOneGo(value, depth - 1) : mapInOneGo(value as Fields, depth - 1);
}

const deepest = 20;

/** Strings are escaped as ECMAScript does it, section 3.2.2.2. */
function quoted(text: string): string | undefined {
  if (!escaped.test(text)) return `"${text}"`;
  const shown = JSON.stringify(text);
  return isEscaped(shown) ? undefined : shown;
}

const escaped = /["\\\0-\x1f\ud800-\udfff]/;

function listInOneGo(values: readonly (Json | undefined)[], depth: number): string | undefined {
  let text = "[";
  for (let at = 0; at < values.length; at += 1) {
    const inner = inOneGo(values[at], depth);
    if (inner === undefined) return undefined;
    text += at === 0 ? inner : `,${inner}`;
  }
  return `${text}]`;
}

function mapInOneGo(fields: Fields, depth: number): string | undefined {
  const names = namesOf(fields);
  let text = "{";
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at]!;
    const shown = keyOf(name);
    const inner = inOneGo(fields[name], depth);
    if (inner === undefined || (!keys.has(name) && isEscaped(shown))) return undefined;
    text += at === 0 ? shown : `,${shown}`;
    text += inner;
  }
  return `${text}}`;
}

/** Names that have a value, by UTF-16 code units, section 3.2.3: the order that sort has by itself. */
function namesOf(fields: Fields): readonly string[] {
  const names: string[] = [];
  const all = Object.keys(fields);
  for (let place = 0; place < all.length; place += 1) {
    const name = all[place]!;
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
    if (at > 0) text.push(",");
    const name = names?.[at];
    if (name !== undefined) {
      const shown = keyOf(name);
      if (isHalved(name, shown)) refuse("surrogate");
      text.push(shown);
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

/** A case has few names, each thousands of times. None of these holds half of a surrogate pair. */
const keys = new Map<string, string>();
const mostKeys = 1000;

/** `"name":` */
function keyOf(name: string): string {
  const before = keys.get(name);
  if (before !== undefined) return before;
  const made = `${JSON.stringify(name)}:`;
  if (keys.size < mostKeys && !isEscaped(made)) keys.set(name, made);
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
  return isEscaped(shown) && /\p{Surrogate}/u.test(text);
}

/** Whether a text as JSON may hold the escape of half a surrogate pair. */
function isEscaped(shown: string): boolean {
  return shown.includes("\\ud");
}
