/** What became of a run, and whether that is what the campaign expects. */

import type { FaultClass } from "../records/index.ts";
import type { EndName } from "./campaign/campaign.ts";
import type { PlannedRun } from "./plan.ts";
import type { Verdict } from "./verdict.ts";
import type { EnterResult } from "./world/request.ts";

/** One run as the journal has it. */
export interface RunOutcome {
  readonly number: number;
  readonly fault: string;
  readonly id: string;
  readonly area: string;
  readonly step: string | null;
  readonly pairs: readonly string[];
  readonly class?: FaultClass;
  /** `ran`; `not possible` on this machine; `trouble`: its world could not be made. */
  readonly state: "ran" | "not possible" | "trouble";
  /** Why it did not run. */
  readonly why?: string;
  readonly status?: number;
  readonly end?: EndName;
  readonly over?: "time" | "memory" | "processes";
  readonly verdict?: Verdict;
  /** How many ErrorPoints there were. */
  readonly errors?: number;
  /** A rule of the engine struck; absent where the fault is of another kind. */
  readonly struck?: boolean;
  readonly unsteady?: string;
  readonly changed?: readonly string[];
  readonly tool?: string;
  readonly scriptHash?: string;
  readonly milliseconds?: number;
  /** What was left out of its world, in sentences. */
  readonly notes?: readonly string[];
  /** What is not as expected, in sentences; empty where all is. */
  readonly problems: readonly string[];
  /** When it ended: RFC 3339, UTC. */
  readonly time: string;
}

/** dscript's exit code for a script that does not check or does not start. */
const refusals: ReadonlySet<number> = new Set([64, 76, 78, 126, 127]);

export function endOf({ status, over, changed, unsteadyAfter }: EnterResult, errors: number, keeps: boolean): EndName {
  if (status === 0 && over === undefined) return "done";
  if (over === undefined && errors === 0 && refusals.has(status)) return "refused";
  const isBack = keeps && over === undefined && changed.length === 0 && unsteadyAfter === undefined;
  return isBack ? "rolled back" : "failed";
}

/** Compares with what is expected; what nobody asked for is no problem. */
export function problemsOf(run: PlannedRun, outcome: Omit<RunOutcome, "problems">): readonly string[] {
  const { expect } = run;
  const problems: string[] = [];
  const { end, status = 0, over, verdict, unsteady, changed = [] } = outcome;
  if (over !== undefined) problems.push(`it ran into the campaign's limit of ${over}`);
  if (expect.end !== undefined && end !== undefined && !expect.end.includes(end))
    problems.push(`it ended as ${end}, and ${expect.end.join(" or ")} was expected`);
  if (expect.exit !== undefined && status !== expect.exit)
    problems.push(`it ended with status ${status}, and ${expect.exit} was expected`);
  const asked = expect.class ?? run.class;
  const first = verdict?.ranked[0]?.class;
  if (asked !== undefined && first !== undefined && first !== asked)
    problems.push(`the diagnosis ranks ${first} first, and ${asked} was expected`);
  if (expect.class !== undefined && verdict === undefined && end !== "refused")
    problems.push(`there is no failure to diagnose, and ${expect.class} was expected`);
  if (unsteady !== undefined) problems.push(`the steady state does not hold: ${unsteady}`);
  if (changed.length > 0 && end !== "done") problems.push(`it was not done, and has changed ${changed.join(", ")}`);
  return problems;
}
