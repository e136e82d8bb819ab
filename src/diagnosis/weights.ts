/** What each rule adds to the log-odds of each class: as its table states it, or as it was fitted on caused failures (faults 1.5). */

import { type FaultClass, faultClasses } from "../records/index.ts";

/** A weight a class, in `faultClasses` order: System, Software, User, External. Natural logarithms. */
export type Row = readonly [system: number, software: number, user: number, external: number];

/** Weights by the ids of rules, and the prior: the log-odds of the classes ahead of any evidence. */
export interface WeightTable {
  readonly prior: Row;
  readonly rules: Readonly<Record<string, Row>>;
}

/** How likely each class is ahead of any evidence, where nothing was fitted. */
export const statedPrior: Row = [Math.log(0.25), Math.log(0.3), Math.log(0.3), Math.log(0.15)];

/** A rule's weights as a row. */
export function rowOf(weights: Readonly<Partial<Record<FaultClass, number>>>): Row {
  const [system, software, user, external] = faultClasses.map((name) => weights[name] ?? 0);
  return [system ?? 0, software ?? 0, user ?? 0, external ?? 0];
}

/** Probabilities that add up to 1, from log-odds. */
export function sharesOf(scores: readonly number[]): readonly number[] {
  const best = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - best));
  const whole = odds.reduce((total, odd) => total + odd, 0);
  return odds.map((odd) => odd / whole);
}

/** The classes' probabilities, in `faultClasses` order, by the rules that were heard and how much the word of each counts. */
export function ranking(heard: Readonly<Record<string, number>>, table: WeightTable): readonly number[] {
  const scores = [...table.prior];
  for (const [rule, scale] of Object.entries(heard)) {
    const row = table.rules[rule];
    if (row === undefined) continue;
    for (const [at, weight] of row.entries()) scores[at] = (scores[at] ?? 0) + weight * scale;
  }
  return sharesOf(scores);
}
