/** Sorting: stable, numbers by value, texts by bytes, or as a closure says. */

import type { Flow } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { compareTexts, isOrdinary } from "../files/bytes.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";

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
  };
}

function sortNaturally(run: Run, site: number, items: unknown[]): unknown[] {
  // Equal numbers cannot be told apart, but for 0.0 and -0.0.
  if (items.every((item) => typeof item === "number" && !Object.is(item, -0)))
    return Array.from(Float64Array.from(items as number[]).sort());
  if (items.every((item) => typeof item === "number")) return items.toSorted((a, b) => a - b);
  if (items.every((item) => typeof item === "string"))
    return items.every(isOrdinary) ? items.toSorted() : items.toSorted(compareTexts);
  const message = "elements that are neither all numbers nor all texts have no natural order: say it with a closure";
  throw createFault(run, site, { kind: "ArgumentFault", message, values: [] });
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
