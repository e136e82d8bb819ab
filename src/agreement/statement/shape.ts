/** What JSON may look like, as data; and the first thing that is otherwise, with its path. */

import type { Json, Trouble } from "../../assurance/index.ts";
import { nearest } from "../../diagnostics/index.ts";

export type Shape =
  | { readonly kind: "text"; readonly most: number; readonly least: number }
  | { readonly kind: "pattern"; readonly pattern: RegExp; readonly as: string }
  | { readonly kind: "choice"; readonly words: readonly string[] }
  | { readonly kind: "count"; readonly least: number }
  | { readonly kind: "list"; readonly of: Shape; readonly least: number; readonly most: number }
  | { readonly kind: "map"; readonly of: Shape }
  | { readonly kind: "any" }
  | { readonly kind: "object"; readonly fields: Fields; readonly optional: Fields };

type Fields = { readonly [name: string]: Shape };

export const any: Shape = { kind: "any" };
/** UTF-16 units. */
export const text = (most: number, least = 0): Shape => ({ kind: "text", most, least });
export const pattern = (expression: RegExp, as: string): Shape => ({ kind: "pattern", pattern: expression, as });
export const oneOf = (...words: readonly string[]): Shape => ({ kind: "choice", words });
export const count = (least: number): Shape => ({ kind: "count", least });
export const list = (of: Shape, least: number, most: number): Shape => ({ kind: "list", of, least, most });
export const map = (of: Shape): Shape => ({ kind: "map", of });
export const object = (fields: Fields, optional: Fields = {}): Shape => ({ kind: "object", fields, optional });

/** Undefined where the value has the shape. `path` is that of the value: "predicate.scope". */
export function checkShape(value: Json, shape: Shape, path: string): Trouble | undefined {
  switch (shape.kind) {
    case "any":
      return undefined;
    case "text":
      if (typeof value !== "string") return wrong(path, "a text");
      if (value.length < shape.least) return wrong(path, "a text that says something");
      return value.length > shape.most ? wrong(path, `a text of at most ${shape.most} characters`) : undefined;
    case "pattern":
      return typeof value === "string" && shape.pattern.test(value) ? undefined : wrong(path, shape.as);
    case "choice":
      if (typeof value === "string" && shape.words.includes(value)) return undefined;
      return wrong(path, shape.words.length === 1 ? (shape.words[0] ?? "") : `one of ${shape.words.join(", ")}`);
    case "count":
      if (typeof value === "number" && Number.isSafeInteger(value) && value >= shape.least) return undefined;
      return wrong(path, `a whole number from ${shape.least} on`);
    case "list":
      return checkList(value, shape, path);
    case "map":
      if (!isObject(value)) return wrong(path, "an object");
      return first(Object.entries(value), ([name, each]) => checkShape(each, shape.of, below(path, name)));
    case "object":
      return checkObject(value, shape, path);
  }
}

function checkList(value: Json, shape: Shape & { readonly kind: "list" }, path: string): Trouble | undefined {
  if (!Array.isArray(value)) return wrong(path, "a list");
  if (value.length < shape.least || value.length > shape.most)
    return wrong(path, `a list of ${shape.least} to ${shape.most} entries`);
  return first((value as readonly Json[]).entries(), ([at, each]) => checkShape(each, shape.of, `${path}[${at}]`));
}

function checkObject(value: Json, shape: Shape & { readonly kind: "object" }, path: string): Trouble | undefined {
  if (!isObject(value)) return wrong(path, "an object");
  const known = { ...shape.fields, ...shape.optional };
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(known, name)) continue;
    const meant = nearest(name, Object.keys(known));
    const help = meant === undefined ? `it may have ${Object.keys(known).join(", ")}` : `did you mean ${meant}?`;
    return { code: "ENV-05", message: `its ${below(path, name)} is no field that is known here`, help };
  }
  for (const name of Object.keys(shape.fields))
    if (!Object.hasOwn(value, name))
      return {
        code: "ENV-06",
        message: `its ${below(path, name)} is missing`,
        help: "docs/agreement/log.md has the fields",
      };
  return first(Object.entries(value), ([name, each]) => checkShape(each, known[name] ?? any, below(path, name)));
}

function first<T>(each: Iterable<T>, check: (one: T) => Trouble | undefined): Trouble | undefined {
  for (const one of each) {
    const trouble = check(one);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function wrong(path: string, as: string): Trouble {
  const message = path === "" ? `it is not ${as}` : `its ${path} is not ${as}`;
  return { code: "ENV-06", message, help: "docs/agreement/log.md has the fields" };
}

function below(path: string, name: string): string {
  const shown = /^[\w-]{1,60}$/.test(name) ? name : JSON.stringify(name.slice(0, 60));
  return path === "" ? shown : `${path}.${shown}`;
}

export function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
