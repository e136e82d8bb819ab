/** Adds the rules that spoke up into probabilities, reasons and the classes that stay plausible (faults 1). */

import {
  type ClassShare,
  type Diagnosis,
  type FaultClass,
  faultClasses,
  type Owner,
  type Reason,
} from "../records/index.ts";
import type { Rule } from "./rule.ts";

/** A rule that spoke, how much its word counts (1: wholly), and its sentence with all names filled in. */
export interface Spoken {
  readonly rule: Pick<Rule, "id" | "weights" | "advice">;
  readonly scale: number;
  readonly says: string;
  readonly advice?: Rule["advice"];
}

/** How likely each class is ahead of any evidence. */
const prior: Readonly<Record<FaultClass, number>> = {
  SystemFault: 0.25,
  SoftwareFault: 0.3,
  UserFault: 0.3,
  ExternalFault: 0.15,
};
/** A class stays plausible when it is at least this share of the best one. */
const plausibleShare = 1 / 5;
const mostReasons = 6;

/** Whose move each class is (faults). */
export const owners: Readonly<Record<FaultClass, Owner>> = {
  SystemFault: "operator",
  SoftwareFault: "developer",
  UserFault: "user",
  ExternalFault: "other domain",
};

const general: Readonly<Record<FaultClass, string>> = {
  SystemFault: "the operator of this host must put it right",
  SoftwareFault: "the script's developer must change it",
  UserFault: "whoever ran this must give other input",
  ExternalFault: "whoever runs the other machine must act; wait and try again",
};

/**
 * Each class's log-odds is its prior's plus the weights of the rules that spoke; the shares are their softmax, so they add up to 1.
 * A negative weight lowers its own class and leaves the order of the others as it was: evidence against clears, it never sets.
 */
export function combine(spoken: readonly Spoken[]): Diagnosis {
  const scores = faultClasses.map((name) => {
    const sum = spoken.reduce((total, { rule, scale }) => total + (rule.weights[name] ?? 0) * scale, 0);
    return Math.log(prior[name]) + sum;
  });
  const best = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - best));
  const whole = odds.reduce((total, odd) => total + odd, 0);
  const shares: ClassShare[] = faultClasses.map((name, index) => ({
    class: name,
    p: (odds[index] ?? 0) / whole,
    reasons: reasonsFor(name, spoken),
  }));
  const top = 1 / whole;
  const first = shares.reduce((a, b) => (b.p > a.p ? b : a)).class;
  return {
    // A stable sort: of equal shares the one that `faultClasses` names first.
    ranked: shares.toSorted((a, b) => b.p - a.p),
    plausible: shares.filter((share) => share.p >= top * plausibleShare).map((share) => share.class),
    advice: adviceFor(first, spoken),
    owner: owners[first],
    heard: Object.fromEntries(spoken.map(({ rule, scale }) => [rule.id, scale])),
  };
}

/** The rules that speak for a class, strongest first; those that only speak against one stand under that one. */
function reasonsFor(name: FaultClass, spoken: readonly Spoken[]): readonly Reason[] {
  const weight = ({ rule, scale }: Spoken): number => (rule.weights[name] ?? 0) * scale;
  const onlyAgainst = ({ rule }: Spoken): boolean => Object.values(rule.weights).every((value) => value <= 0);
  return spoken
    .filter((each) => weight(each) > 0 || (weight(each) < 0 && onlyAgainst(each)))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, mostReasons)
    .map((each) => ({ rule: each.rule.id, says: each.says, weight: weight(each) }));
}

function adviceFor(name: FaultClass, spoken: readonly Spoken[]): string {
  let best = 0;
  let advice = general[name];
  for (const each of spoken) {
    const text = each.advice?.[name];
    const weight = (each.rule.weights[name] ?? 0) * each.scale;
    if (text !== undefined && weight > best) {
      best = weight;
      advice = text;
    }
  }
  return advice;
}
