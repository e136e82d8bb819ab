/** What the page shows now, and who is told of its changes. */

export interface Store<T> {
  readonly get: () => T;
  /** Tells all listeners, unless nothing is changed. */
  readonly set: (change: Partial<T>) => void;
  readonly on: (listener: (now: T, before: T) => void) => void;
}

export function createStore<T extends object>(first: T): Store<T> {
  let now = first;
  const listeners: ((now: T, before: T) => void)[] = [];
  return {
    get: () => now,
    set: (change) => {
      const before = now;
      const next = { ...now, ...change };
      if ((Object.keys(next) as (keyof T)[]).every((key) => Object.is(next[key], before[key]))) return;
      now = next;
      for (const listener of listeners) listener(next, before);
    },
    on: (listener) => {
      listeners.push(listener);
    },
  };
}
