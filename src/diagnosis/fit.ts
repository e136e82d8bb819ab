/** Fits the rules' weights on failures whose class is known (faults 1.5): a logistic regression that starts from, and holds on to, the stated weights. */

import { type FaultClass, faultClasses } from "../records/index.ts";
import { type Row, ranking, sharesOf, type WeightTable } from "./weights.ts";

/** A failure whose true class is known. */
export interface Experience {
  readonly class: FaultClass;
  /** The rules that spoke, and how much the word of each counted: a diagnosis' `heard`. */
  readonly heard: Readonly<Record<string, number>>;
}

export interface FitOptions {
  /** Where each weight starts, and what it is held to; rules that are not in it are left alone, and their failures too: a script that states its class has no need of the others. */
  readonly start: WeightTable;
  /** How strongly: the weight of one rule moves as far as some `hold` failures speak for it. Above 0. */
  readonly hold?: number;
  readonly steps?: number;
}

const rate = 0.05;
/** What an experience may move a weight by, at most: a rule that was never wrong is not certain. */
const farthest = 4;

/**
 * The weights under which the known classes are most likely, less a penalty on the square of each weight's way from its start.
 * A rule whose stated weights are all 0 or below speaks only against classes, and goes on doing so.
 */
export function fitWeights(all: readonly Experience[], { start, hold = 1, steps = 600 }: FitOptions): WeightTable {
  const experience = all.filter(({ heard }) => Object.keys(heard).every((name) => name in start.rules));
  const names = [...new Set(experience.flatMap(({ heard }) => Object.keys(heard)))].sort();
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = experience.map((each) => ({
    truth: faultClasses.indexOf(each.class),
    terms: Object.entries(each.heard).map(([name, scale]) => [place.get(name) ?? 0, scale] as const),
  }));
  const first = names.flatMap((name) => start.rules[name] ?? [0, 0, 0, 0]);
  const onlyAgainst = names.map(
    (name) => (start.rules[name] ?? [0]).every((weight) => weight <= 0) && name in start.rules,
  );
  const weights = Float64Array.from(first);
  const prior = [...start.prior];
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  for (let step = 1; step <= steps; step += 1) {
    const slope = new Float64Array(weights.length);
    for (const { truth, terms } of rows) {
      const shares = sharesAt(weights, prior, terms);
      for (const [rule, scale] of terms) {
        for (let at = 0; at < 4; at += 1) {
          const wrong = (shares[at] ?? 0) - (at === truth ? 1 : 0);
          slope[rule * 4 + at] = (slope[rule * 4 + at] ?? 0) + wrong * scale;
        }
      }
    }
    for (let at = 0; at < weights.length; at += 1) {
      const away = (weights[at] ?? 0) - (first[at] ?? 0);
      const gradient = (slope[at] ?? 0) + hold * away;
      // Adam, by Kingma and Ba (2015), with the constants that they give.
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * gradient;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * gradient * gradient;
      const unbiased = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const size = Math.sqrt((spread[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      const moved = (weights[at] ?? 0) - (rate * unbiased) / size;
      const bounded = Math.max((first[at] ?? 0) - farthest, Math.min((first[at] ?? 0) + farthest, moved));
      weights[at] = onlyAgainst[Math.floor(at / 4)] === true ? Math.min(0, bounded) : bounded;
    }
  }
  const fitted: Record<string, Row> = { ...start.rules };
  for (const [at, name] of names.entries()) {
    const [system = 0, software = 0, user = 0, external = 0] = weights.subarray(at * 4, at * 4 + 4);
    fitted[name] = [system, software, user, external];
  }
  return { prior: start.prior, rules: fitted };
}

function sharesAt(
  weights: Float64Array,
  prior: readonly number[],
  terms: readonly (readonly [rule: number, scale: number])[],
): readonly number[] {
  const scores = [...prior];
  for (const [rule, scale] of terms) {
    for (let at = 0; at < 4; at += 1) scores[at] = (scores[at] ?? 0) + (weights[rule * 4 + at] ?? 0) * scale;
  }
  return sharesOf(scores);
}

/**
 * By what all weights must be multiplied for the probabilities to be right as often as they say (temperature scaling, Guo et al. 2017),
 * judged on failures that the weights were not fitted on. Between 0.3 and 1.5.
 */
export function sharpnessOf(experience: readonly Experience[], tables: (index: number) => WeightTable): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let factor = 0.3; factor <= 1.5; factor += 0.02) {
    let loss = 0;
    for (const [index, each] of experience.entries()) {
      const share = ranking(each.heard, sharpened(tables(index), factor))[faultClasses.indexOf(each.class)] ?? 0;
      loss -= Math.log(Math.max(share, 1e-12));
    }
    if (loss < least) {
      least = loss;
      best = factor;
    }
  }
  return best;
}

/** The same table with all weights multiplied. */
export function sharpened(table: WeightTable, factor: number): WeightTable {
  const times = ([system, software, user, external]: Row): Row => [
    system * factor,
    software * factor,
    user * factor,
    external * factor,
  ];
  return {
    prior: times(table.prior),
    rules: Object.fromEntries(Object.entries(table.rules).map(([name, row]) => [name, times(row)])),
  };
}
