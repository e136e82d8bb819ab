/** Sorting: stable, numbers by value, texts by bytes, or as a closure says. */

import type { Flow } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { compareTexts, isOrdinary } from "../files/bytes.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { walk } from "./walk.ts";

type Key = (flow: Flow, site: number, item: unknown) => unknown;
type Compare = (flow: Flow, site: number, a: unknown, b: unknown) => number | Promise<number>;

export function sortFunctions(run: Run): Functions {
  return {
    "[].sort": (flow, site, items: unknown[], compare?: Compare) => {
      if (compare === undefined) return sortNaturally(run, site, items);
      const copy = items.slice();
      if (copy.length < 2) return copy;
      // A closure that waits always gives a promise: its first call tells.
      const first = compare(flow, site, copy[0], copy[1]);
      if (first instanceof Promise) return first.then(() => mergeSort(copy, async (a, b) => compare(flow, site, a, b)));
      return copy.sort((a, b) => compare(flow, site, a, b) as number);
    },
    "[].sortBy": (flow, site, items: unknown[], key: Key) => {
      const keys: unknown[] = [];
      return walk(
        items,
        (item) => key(flow, site, item),
        (value) => void keys.push(value),
        () => sortByKeys(run, site, items, keys),
      );
    },
  };
}

/** Keys are of one type, which has an order; numbers by value, texts by bytes. */
function sortByKeys(run: Run, site: number, items: readonly unknown[], keys: readonly unknown[]): unknown[] {
  const places = items.map((_, index) => index);
  if (keys.every((key) => typeof key === "number"))
    return places.sort((a, b) => (keys[a] as number) - (keys[b] as number)).map((at) => items[at]);
  if (keys.every((key) => typeof key === "string"))
    return places.sort((a, b) => compareTexts(keys[a] as string, keys[b] as string)).map((at) => items[at]);
  throw noOrder(run, site);
}

function sortNaturally(run: Run, site: number, items: unknown[]): unknown[] {
  const sorted = sortNumbers(items);
  if (sorted !== undefined) return sorted;
  if (items.every((item) => typeof item === "number")) return items.toSorted((a, b) => a - b);
  if (items.every((item) => typeof item === "string"))
    return items.every(isOrdinary) ? items.toSorted() : items.toSorted(compareTexts);
  throw noOrder(run, site);
}

function noOrder(run: Run, site: number): Error {
  const message = "elements that are neither all numbers nor all texts have no natural order: say it with a closure";
  return createFault(run, site, { kind: "ArgumentFault", message, values: [] });
}

/** Numbers by value, as bare numbers, which is many times as fast; undefined where they are something else. */
function sortNumbers(items: readonly unknown[]): number[] | undefined {
  const { length } = items;
  const numbers = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const item = items[at];
    // Equal numbers cannot be told apart, but for 0.0 and -0.0.
    if (typeof item !== "number" || (item === 0 && Object.is(item, -0))) return undefined;
    numbers[at] = item;
  }
  numbers.sort();
  // An array that has its length already costs no growing; all of it is numbers, as the loop above has seen.
  const sorted = items.slice() as number[];
  for (let at = 0; at < length; at += 1) sorted[at] = numbers[at] ?? 0;
  return sorted;
}

async function mergeSort(items: unknown[], compare: (a: unknown, b: unknown) => Promise<number>): Promise<unknown[]> {
  if (items.length < 2) return items;
  const middle = items.length >> 1;
  const left = await mergeSort(items.slice(0, middle), compare);
  const right = await mergeSort(items.slice(middle), compare);
  const merged: unknown[] = [];
  let at = 0;
  for (const item of right) {
    while (at < left.length && (await compare(left[at], item)) <= 0) merged.push(left[at++]);
    merged.push(item);
  }
  return merged.concat(left.slice(at));
}
