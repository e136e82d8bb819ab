/** A tree's right edge: the roots of its complete subtrees, largest first. With them an append costs O(log n), and so does the root. */

import { emptyRoot, type HashOf, nodeHash } from "./hash.ts";
import { storedAt } from "./stored.ts";

export interface Range {
  readonly size: number;
  /** One for each bit that is set in the size. */
  readonly peaks: readonly Uint8Array[];
}

export const emptyRange: Range = { size: 0, peaks: [] };

/** The range with one leaf more, and the hashes that come to be with it, in the order in which they are kept. */
export function appended(
  { size, peaks }: Range,
  leaf: Uint8Array,
  hashOf: HashOf,
): { readonly range: Range; readonly made: readonly Uint8Array[] } {
  const rest = [...peaks];
  const made = [leaf];
  let top = leaf;
  for (let odd = size; odd % 2 === 1; odd = Math.floor(odd / 2)) {
    // As many peaks are there as bits are set.
    top = nodeHash(rest.pop() as Uint8Array, top, hashOf);
    made.push(top);
  }
  return { range: { size: size + 1, peaks: [...rest, top] }, made };
}

export function rootOf({ peaks }: Range, hashOf: HashOf): Uint8Array {
  const [last, ...others] = peaks.toReversed();
  if (last === undefined) return emptyRoot(hashOf);
  return others.reduce((right, left) => nodeHash(left, right, hashOf), last);
}

/** Where the peaks of a tree of this size stand among its kept hashes. */
export function peakPlaces(size: number): readonly number[] {
  const places: number[] = [];
  let first = 0;
  for (let level = Math.floor(Math.log2(Math.max(1, size))); level >= 0; level -= 1) {
    const width = 2 ** level;
    if (size - first < width) continue;
    places.push(storedAt(level, first / width));
    first += width;
  }
  return places;
}
