// Computes a ranking anew from the rules that spoke, with any table of weights: for fitting, and for the diagnosis without one of its sources.
import type { shippedWeights } from "../../src/diagnosis/index.ts";
import { classes, type FaultClass } from "./case.ts";

export interface Ranked {
  readonly class: FaultClass;
  readonly p: number;
}

/** The rules that spoke, by their names, and how much the word of each counts (1: wholly); the record's `Heard`. */
export type Heard = Readonly<Record<string, number>>;

export interface Weights {
  /** The probability of each class before anything is known. */
  readonly priors: Readonly<Record<FaultClass, number>>;
  /** What each rule adds to the logarithm of a class's odds. */
  readonly rules: Readonly<Record<string, Readonly<Partial<Record<FaultClass, number>>>>>;
}

/** The weights of the engine's own table, whose rows are in the order of `classes`. */
export function weightsOf({ prior, rules }: typeof shippedWeights): Weights {
  const byClass = (row: readonly number[], change: (value: number) => number): Record<FaultClass, number> =>
    Object.fromEntries(classes.map((each, at) => [each, change(row[at] ?? 0)])) as Record<FaultClass, number>;
  return {
    priors: byClass(prior, Math.exp),
    rules: Object.fromEntries(Object.entries(rules).map(([rule, row]) => [rule, byClass(row, (value) => value)])),
  };
}

/** The sources whose share in the result is of interest; a rule's name begins with its source's. */
export const sources = [
  ...["origin", "errno", "message", "command", "status", "signal", "kind", "path", "peer", "timeout", "host"],
  ...["http", "network", "trace", "sampler", "evidence"],
] as const;

/** The ranking that the rules give together: the logarithms of the priors, the weighted words, and a softmax. Unknown rules say nothing. */
export function rank(heard: Heard, { priors, rules }: Weights): readonly Ranked[] {
  const scores = classes.map((each) => {
    let score = Math.log(priors[each]);
    for (const [rule, scale] of Object.entries(heard)) score += (rules[rule]?.[each] ?? 0) * scale;
    return score;
  });
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const sum = odds.reduce((total, each) => total + each, 0);
  return classes.map((each, index) => ({ class: each, p: (odds[index] ?? 0) / sum })).sort((a, b) => b.p - a.p);
}

/** What is heard where a source is silent. */
export function without(heard: Heard, source: string): Heard {
  return Object.fromEntries(Object.entries(heard).filter(([rule]) => !rule.startsWith(`${source}.`)));
}
