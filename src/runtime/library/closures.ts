/** Methods of arrays that call a closure: they give a promise exactly where their closure does. */

import type { Flow } from "../../records/index.ts";
import type { Functions } from "./function.ts";

type Closure = (flow: Flow, site: number, ...values: unknown[]) => unknown;

export const closureFunctions: Functions = {
  // The two that are called most have loops of their own, which V8 sees through.
  "[].map": (flow, site, items: unknown[], change: Closure) => {
    const changed: unknown[] = [];
    const call = (item: unknown): unknown => change(flow, site, item);
    const take = (value: unknown): unknown => void changed.push(value);
    for (let index = 0; index < items.length; index += 1) {
      const value = change(flow, site, items[index]);
      if (value instanceof Promise) return walkLater(items, call, take, () => changed, index, value);
      changed.push(value);
    }
    return changed;
  },
  "[].filter": (flow, site, items: unknown[], keep: Closure) => {
    const kept: unknown[] = [];
    const call = (item: unknown): unknown => keep(flow, site, item);
    const take = (value: unknown, item: unknown): unknown => value === true && void kept.push(item);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      const value = keep(flow, site, item);
      if (value instanceof Promise) return walkLater(items, call, take, () => kept, index, value);
      if (value === true) kept.push(item);
    }
    return kept;
  },
  "[].each": (flow, site, items: unknown[], action: Closure) =>
    walk(
      items,
      (item) => action(flow, site, item),
      () => undefined,
      () => undefined,
    ),
  "[].find": (flow, site, items: unknown[], test: Closure) => {
    let found: unknown = null;
    return walk(
      items,
      (item) => test(flow, site, item),
      (value, item) => {
        if (value !== true) return undefined;
        found = item;
        return stop;
      },
      () => found,
    );
  },
  "[].findIndex": (flow, site, items: unknown[], test: Closure) => {
    let found = -1;
    return walk(
      items,
      (item) => test(flow, site, item),
      (value, _item, index) => {
        if (value !== true) return undefined;
        found = index;
        return stop;
      },
      () => found,
    );
  },
  "[].any": (flow, site, items: unknown[], test: Closure) => decide(flow, site, items, test, true),
  "[].all": (flow, site, items: unknown[], test: Closure) => decide(flow, site, items, test, false),
  "[].reduce": (flow, site, items: unknown[], start: unknown, combine: Closure) => {
    let so = start;
    return walk(
      items,
      (item) => combine(flow, site, so, item),
      (value) => {
        so = value;
      },
      () => so,
    );
  },
};

const stop = Symbol("stop");

/** Whether the closure gives `answer` for one element at least, then `answer`; else its opposite. */
function decide(flow: Flow, site: number, items: unknown[], test: Closure, answer: boolean): unknown {
  let decided = !answer;
  return walk(
    items,
    (item) => test(flow, site, item),
    (value) => {
      if (value !== answer) return undefined;
      decided = answer;
      return stop;
    },
    () => decided,
  );
}

/** Goes through the elements in order, one call at a time; an element that the closure adds or removes is seen or not, as in a loop. */
function walk(
  items: readonly unknown[],
  call: (item: unknown) => unknown,
  take: (value: unknown, item: unknown, index: number) => unknown,
  result: () => unknown,
): unknown {
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    const value = call(item);
    if (value instanceof Promise) return walkLater(items, call, take, result, index, value);
    if (take(value, item, index) === stop) break;
  }
  return result();
}

async function walkLater(
  items: readonly unknown[],
  call: (item: unknown) => unknown,
  take: (value: unknown, item: unknown, index: number) => unknown,
  result: () => unknown,
  from: number,
  first: Promise<unknown>,
): Promise<unknown> {
  let item = items[from];
  let value = await first;
  for (let index = from; take(value, item, index) !== stop; ) {
    index += 1;
    if (index >= items.length) break;
    item = items[index];
    value = await call(item);
  }
  return result();
}
