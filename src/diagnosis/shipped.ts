/** The weights that the diagnosis comes with. */

import { fittedWeights } from "./rules/fitted.ts";
import type { WeightTable } from "./weights.ts";

/** The weights that are fitted on caused failures; rules that none of them met keep what their tables state. */
export const shippedWeights: WeightTable = fittedWeights;

/** The shipped weights with those that were learned on top. */
export function withLearned(learned: WeightTable | undefined): WeightTable {
  if (learned === undefined) return shippedWeights;
  return { prior: learned.prior, rules: { ...shippedWeights.rules, ...learned.rules } };
}
