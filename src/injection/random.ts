/** Numbers drawn by lot from a seed: the same seed gives the same numbers, on every machine (mulberry32). */

export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  /** The same values in another order (Fisher and Yates). */
  readonly shuffled: <T>(values: readonly T[]) => readonly T[];
}

/** `name` parts what is drawn for one thing from what is drawn for another. */
export function createRandom(seed: number, name: string): Random {
  let state = (seed ^ textHash(name)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    pick: <T>(values: readonly T[]) => {
      if (values.length === 0) throw new Error("nothing to draw from");
      // An index within the list has a value.
      return values[whole(0, values.length - 1)] as T;
    },
    shuffled: <T>(values: readonly T[]) => {
      const list = [...values];
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = whole(0, at);
        // Both lie within the list.
        [list[at], list[other]] = [list[other] as T, list[at] as T];
      }
      return list;
    },
  };
}

/** FNV-1a over UTF-16 units. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
