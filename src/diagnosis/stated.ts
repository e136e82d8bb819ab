/** The weights as the tables of rules state them: where a fit starts. */

import { type FaultClass, faultClasses } from "../records/index.ts";
import type { Rule } from "./rule.ts";
import { firstStage, messageRules, secondStage, statusRules, traceRules } from "./rules/index.ts";
import { keyOfParties, partyWeights } from "./status.ts";
import { type Row, rowOf, statedPrior, type WeightTable } from "./weights.ts";

/** Every shipped rule's weights by its id, and those of statuses by the classes that they speak for. */
export function statedWeights(): WeightTable {
  const rules: Record<string, Row> = {};
  const all: readonly (Omit<Rule, "when"> & { readonly key?: string })[] = [
    ...firstStage,
    ...messageRules(),
    ...statusRules,
    ...secondStage,
    ...Object.values(traceRules),
  ];
  for (const { id, key, weights } of all) rules[key ?? id] = rowOf(weights);
  for (const parties of orders(faultClasses)) {
    const weights = Object.fromEntries(parties.map((name, at) => [name, partyWeights[at] ?? 0]));
    rules[keyOfParties(parties)] = rowOf(weights);
  }
  return { prior: statedPrior, rules };
}

/** Every choice of some of the classes, in every order. */
function orders(left: readonly FaultClass[]): readonly (readonly FaultClass[])[] {
  return [
    [],
    ...left.flatMap((first) => orders(left.filter((name) => name !== first)).map((rest) => [first, ...rest])),
  ];
}
