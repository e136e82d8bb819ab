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
import { type Row, rowOf, sharesOf, type WeightTable } from "./weights.ts";

/** A rule that spoke, how much its word counts (1: wholly), and its sentence with all names filled in. */
export interface Spoken {
  readonly rule: Pick<Rule, "id" | "weights" | "advice"> & {
    /** Where rules share their fitted weights: the name under which they do. */
    readonly key?: string;
  };
  readonly scale: number;
  readonly says: string;
  readonly advice?: Rule["advice"];
}

/** A class stays plausible when it is at least this share of the best one. */
const plausibleShare = 1 / 5;
const mostReasons = 6;

/** Whose move each class is (faults). */
const owners: Readonly<Record<FaultClass, Owner>> = {
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
export function combine(spoken: readonly Spoken[], table: WeightTable): Diagnosis {
  const weighed = spoken.map((each) => ({ ...each, row: table.rules[keyOf(each)] ?? rowOf(each.rule.weights) }));
  const scores = faultClasses.map((_, at) =>
    weighed.reduce((total, { row, scale }) => total + (row[at] ?? 0) * scale, table.prior[at] ?? 0),
  );
  const shares: ClassShare[] = sharesOf(scores).map((p, at) => ({
    class: faultClasses[at] ?? "SoftwareFault",
    p,
    reasons: reasonsFor(at, weighed),
  }));
  const { class: first, p: top } = shares.reduce((a, b) => (b.p > a.p ? b : a));
  return {
    // A stable sort: of equal shares the one that `faultClasses` names first.
    ranked: shares.toSorted((a, b) => b.p - a.p),
    plausible: shares.filter((share) => share.p >= top * plausibleShare).map((share) => share.class),
    advice: adviceFor(first, weighed),
    owner: owners[first],
    heard: heardOf(spoken),
  };
}

interface Weighed extends Spoken {
  readonly row: Row;
}

/** The rules that speak for a class, strongest first; those that only speak against one stand under that one. */
function reasonsFor(at: number, weighed: readonly Weighed[]): readonly Reason[] {
  const weight = ({ row, scale }: Weighed): number => (row[at] ?? 0) * scale;
  const onlyAgainst = ({ row }: Weighed): boolean => row.every((value) => value <= 0);
  return weighed
    .filter((each) => weight(each) > 0 || (weight(each) < 0 && onlyAgainst(each)))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, mostReasons)
    .map((each) => ({ rule: each.rule.id, says: each.says, weight: weight(each) }));
}

function adviceFor(name: FaultClass, weighed: readonly Weighed[]): string {
  let best = 0;
  let advice = general[name];
  for (const each of weighed) {
    const text = each.advice?.[name];
    const weight = (each.row[faultClasses.indexOf(name)] ?? 0) * each.scale;
    if (text !== undefined && weight > best) {
      best = weight;
      advice = text;
    }
  }
  return advice;
}

function keyOf({ rule }: Spoken): string {
  return rule.key ?? rule.id;
}

/** How much each rule's word counts; two that share their weights are one. */
function heardOf(spoken: readonly Spoken[]): Readonly<Record<string, number>> {
  const heard: Record<string, number> = {};
  for (const each of spoken) heard[keyOf(each)] = (heard[keyOf(each)] ?? 0) + each.scale;
  return heard;
}
