/** Weights of rules as they were fitted on caused failures (bench/faults), in the order System, Software, User, External. */

import type { WeightTable } from "../weights.ts";
import { statedPrior } from "../weights.ts";

export const fittedWeights: WeightTable = { prior: statedPrior, rules: {} };
