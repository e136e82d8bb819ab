/** Learning from experience: the diagnosis' weights are fitted on one part of it, and judged on tools and mechanisms that they never saw. */

import { fitWeights, ranking, shippedWeights, type WeightTable } from "../diagnosis/index.ts";
import { faultClasses } from "../records/index.ts";
import { textHash } from "./random.ts";
import type { Experience } from "./results/experience.ts";

export interface Lesson {
  readonly weights: WeightTable;
  /** How many were fitted on, and how many were kept back. */
  readonly fitted: number;
  readonly kept: number;
  /** Of those kept back: how many had their true class ranked first, before and after. */
  readonly before: number;
  readonly after: number;
}

/** One in so many tools, and one in so many mechanisms, is kept back. */
const oneIn = 4;

/** Whether an experience is kept back: by the hash of its tool or of its mechanism, so that no part of it is met in the fit. */
export function isKept({ tool, mechanism }: Pick<Experience, "tool" | "mechanism">): boolean {
  return textHash(`tool ${tool}`) % oneIn === 0 || textHash(`mechanism ${mechanism}`) % oneIn === 0;
}

/** The same failure seen again and again counts once: a campaign that is repeated does not outvote the others. */
export function distinct(experience: readonly Experience[]): readonly Experience[] {
  const seen = new Map<string, Experience>();
  for (const each of experience) {
    const heard = Object.entries(each.heard).toSorted(([a], [b]) => (a < b ? -1 : 1));
    seen.set(JSON.stringify([each.tool, each.mechanism, each.class, heard]), each);
  }
  return [...seen.values()];
}

/** Fits the shipped weights further. */
export function learn(experience: readonly Experience[]): Lesson {
  const all = distinct(experience);
  const known = all.filter((each) => !isKept(each));
  const kept = all.filter(isKept);
  const start = shippedWeights;
  const weights = known.length === 0 ? start : fitWeights(known, { start });
  return {
    weights,
    fitted: known.length,
    kept: kept.length,
    before: firsts(kept, start),
    after: firsts(kept, weights),
  };
}

function firsts(list: readonly Experience[], table: WeightTable): number {
  return list.filter((each) => {
    const shares = ranking(each.heard, table);
    return faultClasses[shares.indexOf(Math.max(...shares))] === each.class;
  }).length;
}
