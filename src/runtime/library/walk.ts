/** Going through elements with a closure, one call at a time: what comes of it is a promise exactly where the closure gives one. */

/** What `take` gives to go no further. */
export const stop = Symbol("stop");

/** Goes through the elements in order; one that the closure adds or removes is seen or not, as in a loop. */
export function walk<T>(
  items: readonly T[],
  call: (item: T) => unknown,
  take: (value: unknown, item: T, index: number) => unknown,
  result: () => unknown,
): unknown {
  for (let index = 0; index < items.length; index += 1) {
    // Within the length there is one.
    const item = items[index] as T;
    const value = call(item);
    if (value instanceof Promise) return walkLater(items, call, take, result, index, value);
    if (take(value, item, index) === stop) break;
  }
  return result();
}

/** Goes on at an element whose value is still to come. */
export async function walkLater<T>(
  items: readonly T[],
  call: (item: T) => unknown,
  take: (value: unknown, item: T, index: number) => unknown,
  result: () => unknown,
  from: number,
  first: Promise<unknown>,
): Promise<unknown> {
  let item = items[from] as T;
  let value = await first;
  for (let index = from; take(value, item, index) !== stop; ) {
    index += 1;
    if (index >= items.length) break;
    item = items[index] as T;
    value = await call(item);
  }
  return result();
}
