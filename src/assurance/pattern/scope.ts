/** What the names of a pattern stand for at one of its places: the arguments, and the values of the repetitions around. */

import type { Json } from "../model/json.ts";

/** Looks names up; lives while one node is made, and remembers what it was asked for. */
export class Scope {
  /** The names that stood for something, with what they stood for. */
  readonly used = new Map<string, Json>();
  /** Those that did not. */
  readonly open = new Set<string>();
  readonly #values: ReadonlyMap<string, Json>;
  readonly language: string;

  constructor(values: ReadonlyMap<string, Json>, language: string) {
    this.#values = values;
    this.language = language;
  }

  /** The value of a whole name, without a note that it was asked for. */
  value(name: string): Json | undefined {
    return this.#values.get(name);
  }

  /** `NAME`, or `NAME.field` of a map. */
  find(path: string): Json | undefined {
    const found = lookUp(path, this.#values);
    if (found === undefined) this.open.add(path);
    else this.used.set(found.name, found.whole);
    return found?.value;
  }
}

/** The longest known name that the path begins with, and what the rest leads to. */
export function lookUp(
  path: string,
  values: ReadonlyMap<string, Json>,
): { readonly name: string; readonly whole: Json; readonly value: Json } | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
    const name = path.slice(0, end);
    const whole = values.get(name);
    if (whole === undefined) continue;
    const value = end === path.length ? whole : fieldOf(whole, path.slice(end + 1));
    return value === undefined ? undefined : { name, whole, value };
  }
  return undefined;
}

function fieldOf(value: Json, path: string): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path.split(".")) {
    if (at === null || at === undefined || typeof at !== "object" || Array.isArray(at)) return undefined;
    at = Object.hasOwn(at, step) ? (at as { readonly [name: string]: Json })[step] : undefined;
  }
  return at;
}
