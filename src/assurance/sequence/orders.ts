/** Two orders that were made from one, as one. */

import { steadyIn } from "./rising.ts";

export interface MergedOrder {
  readonly keys: readonly string[];
  /** Moved by both, to different places: where ours has them. */
  readonly clashes: readonly string[];
}

/**
 * What neither side moved is the spine; everything else stands in the gap of the spine in which the side has it that
 * added or moved it. Each key stands once in its list. `isKept` tells which keys of ours and theirs are wanted.
 */
export function mergeOrders(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  isKept: (key: string) => boolean,
): MergedOrder {
  // Most lists of a case are the same on both sides.
  if (ours.length === theirs.length && ours.every((key, at) => key === theirs[at]))
    return { keys: ours.filter(isKept), clashes: [] };
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)];
  const [steadyOurs, steadyTheirs] = [steadyIn(base, ours), steadyIn(base, theirs)];
  const spine = base.filter((key) => isKept(key) && steadyOurs.has(key) && steadyTheirs.has(key));
  const [gapsOurs, gapsTheirs] = [gapsOf(ours, spine), gapsOf(theirs, spine)];
  const clashes: string[] = [];
  const placedBy = (key: string): "ours" | "theirs" | "both" => {
    if (!inTheirs.has(key)) return "ours";
    if (!inOurs.has(key)) return "theirs";
    if (inBase.has(key) && steadyTheirs.has(key)) return "ours";
    if (inBase.has(key) && steadyOurs.has(key)) return "theirs";
    if (gapsOurs.get(key) === gapsTheirs.get(key)) return "both";
    clashes.push(key);
    return "ours";
  };
  const oursIn: string[][] = Array.from({ length: spine.length + 1 }, () => []);
  const theirsIn: string[][] = Array.from({ length: spine.length + 1 }, () => []);
  const placed = new Map<string, "ours" | "theirs" | "both">();
  for (const [key, gap] of gapsOurs) {
    if (!isKept(key)) continue;
    placed.set(key, placedBy(key));
    if (placed.get(key) !== "theirs") oursIn[gap]?.push(key);
  }
  for (const [key, gap] of gapsTheirs)
    if (isKept(key) && (placed.get(key) ?? "theirs") !== "ours") theirsIn[gap]?.push(key);
  const keys = oursIn.flatMap((ofOurs, gap) => {
    const inGap = mergeGap(ofOurs, theirsIn[gap] ?? []);
    clashes.push(...inGap.clashes);
    return gap === 0 ? inGap.keys : [spine[gap - 1] ?? "", ...inGap.keys];
  });
  return { keys, clashes };
}

/** For each key that is not of the spine, behind how many of the spine it stands. */
function gapsOf(keys: readonly string[], spine: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(spine.map((key, place) => [key, place + 1]));
  const gaps = new Map<string, number>();
  let gap = 0;
  for (const key of keys) {
    const place = places.get(key);
    if (place === undefined) gaps.set(key, gap);
    else gap = place;
  }
  return gaps;
}

/** What both have there parts the rest; of two rests at one place comes first what begins with the lesser key. */
function mergeGap(ours: readonly string[], theirs: readonly string[]): MergedOrder {
  const ofTheirs = new Set(theirs);
  const ofOurs = new Set(ours);
  const shared = ours.filter((key) => ofTheirs.has(key));
  const turned = theirs.filter((key) => ofOurs.has(key));
  if (shared.some((key, at) => key !== turned[at]))
    return { keys: [...ours, ...theirs.filter((key) => !ofOurs.has(key))], clashes: shared };
  const keys: string[] = [];
  let [at, other] = [0, 0];
  for (const anchor of [...shared, undefined]) {
    const [end, otherEnd] = [endOf(ours, anchor, at), endOf(theirs, anchor, other)];
    const rests = [ours.slice(at, end), theirs.slice(other, otherEnd)].filter((rest) => rest.length > 0);
    keys.push(...rests.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)).flat());
    if (anchor !== undefined) keys.push(anchor);
    [at, other] = [end + 1, otherEnd + 1];
  }
  return { keys, clashes: [] };
}

function endOf(keys: readonly string[], anchor: string | undefined, from: number): number {
  return anchor === undefined ? keys.length : keys.indexOf(anchor, from);
}
