/** Methods of arrays that call no closure. */

import { parseType, type Type } from "../../records/index.ts";
import { leaves } from "../control/arithmetic-faults.ts";
import { outside } from "../control/containers.ts";
import { showTyped } from "../control/texts.ts";
import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";
import { areEqual, isPlain } from "./equality.ts";
import type { Functions } from "./function.ts";

export function arrayFunctions(run: Run): Functions {
  const taken = (site: number, value: unknown, length: number): unknown => {
    if (length > 0) return value;
    throw createFault(run, site, {
      kind: "IndexFault",
      message: "the array is empty: there is nothing to take off",
      values: [],
    });
  };
  return {
    "[].length": (_flow, _site, items: unknown[]) => items.length,
    "[].isEmpty": (_flow, _site, items: unknown[]) => items.length === 0,
    "[].push": (_flow, _site, items: unknown[], value: unknown) => {
      items.push(value);
    },
    "[].pushAll": (_flow, _site, items: unknown[], values: unknown[]) => {
      // Not push(...values): a call takes some 100,000 arguments only. Counted ahead, as both may be one array.
      const count = values.length;
      for (let at = 0; at < count; at += 1) items.push(values[at]);
    },
    "[].pop": (_flow, site, items: unknown[]) => {
      const { length } = items;
      return taken(site, items.pop(), length);
    },
    "[].shift": (_flow, site, items: unknown[]) => {
      const { length } = items;
      return taken(site, items.shift(), length);
    },
    "[].unshift": (_flow, _site, items: unknown[], value: unknown) => {
      items.unshift(value);
    },
    "[].insert": (_flow, site, items: unknown[], index: number, value: unknown) => {
      if (index < 0 || index > items.length) throw outside(run, site, index, items.length, "an array");
      items.splice(index, 0, value);
    },
    "[].removeAt": (_flow, site, items: unknown[], index: number) => {
      if (index < 0 || index >= items.length) throw outside(run, site, index, items.length, "an array");
      return items.splice(index, 1)[0];
    },
    "[].clear": (_flow, _site, items: unknown[]) => {
      items.length = 0;
    },
    "[].first": (_flow, _site, items: unknown[]) => items[0] ?? null,
    "[].last": (_flow, _site, items: unknown[]) => items.at(-1) ?? null,
    "[].slice": (_flow, _site, items: unknown[], from: number, to?: number) => items.slice(from, to),
    "[].concat": (_flow, _site, items: unknown[], other: unknown[]) => items.concat(other),
    "[].copy": (_flow, _site, items: unknown[]) => items.slice(),
    "[].contains": (_flow, _site, items: unknown[], value: unknown) => indexOf(items, value) !== -1,
    "[].indexOf": (_flow, _site, items: unknown[], value: unknown) => indexOf(items, value),
    "[].lastIndexOf": (_flow, _site, items: unknown[], value: unknown) =>
      isPlain(value) ? items.lastIndexOf(value) : items.findLastIndex((item) => areEqual(item, value)),
    "[].reverse": (_flow, _site, items: unknown[]) => items.toReversed(),
    "[].unique": (_flow, _site, items: unknown[]) =>
      items.every(isPlain) ? [...new Set(items)] : items.filter((item, index) => indexOf(items, item) === index),
    "[].join": (_flow, _site, items: unknown[], separator = "", type = "unknown[]") => {
      // These print as JavaScript has them.
      if (type === "String[]" || type === "int[]") return items.join(separator);
      const element = elementOf(type);
      return items.map((item) => showTyped(item, element, false)).join(separator);
    },
    "[].chunk": (_flow, site, items: unknown[], size: number) => {
      if (size < 1)
        throw createFault(run, site, {
          kind: "ArgumentFault",
          message: `${size} is no size of an array: 1 or more`,
          values: [size],
        });
      return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
    },
    "[].without": (_flow, _site, items: unknown[], other: unknown[]) => {
      const isThere = membership(other);
      return items.filter((item) => !isThere(item));
    },
    "[].intersect": (_flow, _site, items: unknown[], other: unknown[]) => items.filter(membership(other)),
    "[].average": (_flow, _site, items: number[]) =>
      items.length === 0 ? null : items.reduce((sum, item) => sum + item / items.length, 0),
    "[].sum": (_flow, site, items: number[]) => {
      let sum = 0;
      for (const item of items) {
        const next = sum + item;
        // Whole numbers stay exact; a sum of floats may be of any size.
        if (
          Number.isInteger(next) &&
          !Number.isSafeInteger(next) &&
          Number.isSafeInteger(sum) &&
          Number.isSafeInteger(item)
        )
          throw leaves(run, site, sum, "+", item);
        sum = next;
      }
      return sum;
    },
    "[].min": (_flow, _site, items: number[]) => extreme(items, (a, b) => a < b),
    "[].max": (_flow, _site, items: number[]) => extreme(items, (a, b) => a > b),
  };
}

function indexOf(items: readonly unknown[], value: unknown): number {
  return isPlain(value) ? items.indexOf(value) : items.findIndex((item) => areEqual(item, value));
}

/** Whether a value equals one of many: in one look where they are plain. */
function membership(items: readonly unknown[]): (value: unknown) => boolean {
  if (!items.every(isPlain)) return (value) => indexOf(items, value) !== -1;
  const all = new Set(items);
  return (value) => all.has(value);
}

function extreme(items: readonly number[], isBetter: (a: number, b: number) => boolean): number | null {
  let best: number | null = null;
  for (const item of items) if (best === null || isBetter(item, best)) best = item;
  return best;
}

const elements = new Map<string, Type>();

function elementOf(type: string): Type {
  let element = elements.get(type);
  if (element === undefined) {
    const known = parseType(type);
    element = known.kind === "array" ? known.element : known;
    elements.set(type, element);
  }
  return element;
}
