/** What of a list that was put into another order has kept its place: the most that can be left alone. */

/**
 * The members of `now` that need not be moved to get them into the order of `before`: a longest rising subsequence
 * (C. Schensted, Longest Increasing and Decreasing Subsequences, 1961). Each member stands once in its list; those that
 * the other list does not have are left out.
 */
export function steadyIn(before: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(before.map((key, place) => [key, place]));
  const shared = now.filter((key) => placeOf.has(key));
  const places = shared.map((key) => placeOf.get(key) ?? 0);
  // For each length the index of the least end of a rising subsequence, and for each index the one ahead of it.
  const ends: number[] = [];
  const ahead: (number | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    const length = lengthBelow(ends, places, place);
    ahead.push(length === 0 ? undefined : ends[length - 1]);
    ends[length] = index;
  }
  const steady = new Set<string>();
  for (let index = ends.at(-1); index !== undefined; index = ahead[index]) steady.add(shared[index] ?? "");
  return steady;
}

/** How many of the ends lie below a place. */
function lengthBelow(ends: readonly number[], places: readonly number[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
