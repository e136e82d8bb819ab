/** What a campaign's outcomes come to: counts, coverage, and how often the diagnosis ranked the true class first. */

import { type FaultClass, faultClasses } from "../../records/index.ts";
import type { RunOutcome } from "../outcome.ts";
import type { Plan } from "../plan.ts";

export interface Report {
  readonly planned: number;
  readonly ran: number;
  readonly notPossible: number;
  /** Runs that are not as expected. */
  readonly unexpected: number;
  /** Pairs of a step with a fault that fits it. */
  readonly coverage: { readonly covered: number; readonly all: number };
  readonly confusion: Confusion;
}

/** Of the failures whose true class is known: how often which class was ranked first. */
export interface Confusion {
  readonly counts: Readonly<Record<FaultClass, Readonly<Record<FaultClass, number>>>>;
  readonly first: number;
  readonly all: number;
}

export function reportOf(plan: Plan, outcomes: readonly RunOutcome[]): Report {
  const covered = new Set(outcomes.filter(hasMet).flatMap(({ pairs }) => pairs));
  return {
    planned: plan.runs.length,
    ran: outcomes.filter(({ state }) => state === "ran").length,
    notPossible: outcomes.filter(({ state }) => state === "not possible").length,
    unexpected: outcomes.filter(({ problems }) => problems.length > 0).length,
    coverage: { covered: plan.pairs.filter((pair) => covered.has(pair)).length, all: new Set(plan.pairs).size },
    confusion: confusionOf(outcomes),
  };
}

/** Whether the fault was really met: a rule that never struck covers nothing. */
export function hasMet({ state, struck }: Pick<RunOutcome, "state" | "struck">): boolean {
  return state === "ran" && struck !== false;
}

function confusionOf(outcomes: readonly RunOutcome[]): Confusion {
  let [first, all] = [0, 0];
  const counts = emptyCounts();
  for (const { class: owner, verdict } of outcomes) {
    const said = verdict?.ranked[0]?.class;
    if (owner === undefined || said === undefined) continue;
    counts[owner][said] += 1;
    all += 1;
    if (owner === said) first += 1;
  }
  return { counts, first, all };
}

function emptyCounts(): Record<FaultClass, Record<FaultClass, number>> {
  const row = (): Record<FaultClass, number> => ({ SystemFault: 0, SoftwareFault: 0, UserFault: 0, ExternalFault: 0 });
  return { SystemFault: row(), SoftwareFault: row(), UserFault: row(), ExternalFault: row() };
}

/** Rows and columns in the one order of classes. */
export function confusionRows({
  counts,
}: Confusion): readonly (readonly [name: FaultClass, counts: readonly number[]])[] {
  return faultClasses.map((name) => [name, faultClasses.map((other) => counts[name][other])] as const);
}
