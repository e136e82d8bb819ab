// The figures of a report: how often the truth comes first, how well probabilities hold, what wrong pages cost.
import { classes, type FaultClass } from "./case.ts";
import type { Ranked } from "./rank.ts";

/** A case's truth beside what was said of it. */
export interface Judged {
  readonly truth: FaultClass;
  readonly ranking: readonly Ranked[];
}

export interface Shares {
  readonly count: number;
  /** The share (0 to 1) whose truth is ranked first. */
  readonly first: number;
  readonly topTwo: number;
}

export function sharesOf(judged: readonly Judged[]): Shares {
  const share = (places: number): number =>
    judged.filter(({ truth, ranking }) => ranking.slice(0, places).some((each) => each.class === truth)).length /
    judged.length;
  return { count: judged.length, first: share(1), topTwo: share(2) };
}

export interface Bin {
  readonly from: number;
  readonly count: number;
  /** The mean of what was claimed in this bin, and the share that was right. */
  readonly claimed: number;
  readonly right: number;
}

/**
 * The reliability of the first class's probability in bins of equal width, and the expected calibration error:
 * the mean distance of claim and truth, by the cases of each bin. Source: Naeini et al., AAAI 2015.
 */
export function calibration(
  judged: readonly Judged[],
  width = 0.1,
): { readonly bins: readonly Bin[]; readonly error: number } {
  const count = Math.round(1 / width);
  const bins = Array.from({ length: count }, (_, index) => {
    const inside = judged.filter(
      ({ ranking }) => Math.min(Math.floor((ranking[0]?.p ?? 0) * count), count - 1) === index,
    );
    const mean = (value: (each: Judged) => number): number =>
      inside.length === 0 ? 0 : inside.reduce((sum, each) => sum + value(each), 0) / inside.length;
    return {
      from: index / count,
      count: inside.length,
      claimed: mean(({ ranking }) => ranking[0]?.p ?? 0),
      right: mean(({ truth, ranking }) => (ranking[0]?.class === truth ? 1 : 0)),
    };
  });
  const error = bins.reduce(
    (sum, bin) => sum + (bin.count / (judged.length || 1)) * Math.abs(bin.claimed - bin.right),
    0,
  );
  return { bins, error };
}

export type Confusion = Readonly<Record<FaultClass, Readonly<Record<FaultClass, number>>>>;

/** How often each truth (rows) was taken for each class (columns). */
export function confusionOf(judged: readonly Judged[]): Confusion {
  const row = (truth: FaultClass): Readonly<Record<FaultClass, number>> =>
    byClass((said) => judged.filter((each) => each.truth === truth && each.ranking[0]?.class === said).length);
  return byClass(row);
}

/**
 * Minutes until whoever can remove the fault hears of it, by truth (rows) and by who was paged (columns).
 * A wrong page costs the time of the one paged to see that it is not theirs: a user 15 minutes, the operator on duty 20, a developer 40,
 * another domain's support 60. What stands still meanwhile adds to it: 10 for a host's fault, since it goes on doing harm.
 */
export const costs: Readonly<Record<FaultClass, Readonly<Record<FaultClass, number>>>> = {
  SystemFault: { SystemFault: 0, SoftwareFault: 50, UserFault: 25, ExternalFault: 70 },
  SoftwareFault: { SystemFault: 20, SoftwareFault: 0, UserFault: 15, ExternalFault: 60 },
  UserFault: { SystemFault: 20, SoftwareFault: 40, UserFault: 0, ExternalFault: 60 },
  ExternalFault: { SystemFault: 20, SoftwareFault: 40, UserFault: 15, ExternalFault: 0 },
};

/** The mean cost of a page, in minutes. */
export function costOf(judged: readonly Judged[]): number {
  const cost = ({ truth, ranking }: Judged): number => costs[truth][ranking[0]?.class ?? "SystemFault"];
  return judged.reduce((sum, each) => sum + cost(each), 0) / (judged.length || 1);
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? Number.NaN;
}

function byClass<T>(value: (each: FaultClass) => T): Record<FaultClass, T> {
  return Object.fromEntries(classes.map((each) => [each, value(each)])) as Record<FaultClass, T>;
}
