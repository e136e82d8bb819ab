/** Methods of arrays and maps that call a closure: they give a promise exactly where their closure does. */

import type { Flow } from "../../records/index.ts";
import type { Functions } from "./function.ts";
import { stop, walk, walkLater } from "./walk.ts";

type Entries = ReadonlyMap<string, unknown>;
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
  "[].flatMap": (flow, site, items: unknown[], change: Closure) => {
    const changed: unknown[] = [];
    return walk(
      items,
      (item) => change(flow, site, item),
      (value) => {
        // The closure gives an array: not spread, since a call takes some 100,000 arguments only.
        for (const each of value as unknown[]) changed.push(each);
      },
      () => changed,
    );
  },
  "[].groupBy": (flow, site, items: unknown[], key: Closure) => {
    const groups = new Map<unknown, unknown[]>();
    return walk(
      items,
      (item) => key(flow, site, item),
      (value, item) => {
        const group = groups.get(value);
        if (group === undefined) groups.set(value, [item]);
        else group.push(item);
      },
      () => groups,
    );
  },
  "[].countBy": (flow, site, items: unknown[], key: Closure) => {
    const counts = new Map<unknown, number>();
    return walk(
      items,
      (item) => key(flow, site, item),
      (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
      () => counts,
    );
  },
  "Map.each": (flow, site, map: Entries, action: Closure) =>
    walk(
      [...map],
      ([key, value]) => action(flow, site, key, value),
      () => undefined,
      () => undefined,
    ),
  "Map.map": (flow, site, map: Entries, change: Closure) => {
    const changed = new Map<string, unknown>();
    return walk(
      [...map],
      ([, value]) => change(flow, site, value),
      (value, [key]) => void changed.set(key, value),
      () => changed,
    );
  },
  "Map.filter": (flow, site, map: Entries, keep: Closure) => {
    const kept = new Map<string, unknown>();
    return walk(
      [...map],
      ([key, value]) => keep(flow, site, key, value),
      (answer, [key, value]) => {
        if (answer === true) kept.set(key, value);
      },
      () => kept,
    );
  },
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
