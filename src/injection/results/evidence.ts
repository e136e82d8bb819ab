/** Evidence that a script was tried in bad weather, as a statement about its bundle. */

import { relative } from "node:path";
import { type Json, type Predicate, type Statement, type Subject, statement } from "../../assurance/index.ts";
import type { Campaign } from "../campaign/campaign.ts";
import type { RunOutcome } from "../outcome.ts";
import { hasMet, type Report } from "./report.ts";

export interface EvidenceFacts {
  readonly campaign: Campaign;
  readonly subject: Subject;
  readonly outcomes: readonly RunOutcome[];
  readonly report: Report;
  readonly environment: { readonly [name: string]: Json };
  /** RFC 3339, UTC. */
  readonly time: string;
}

/** It passed where every planned run was made, or is not possible here, a fault was really met, and all was as expected. */
export function evidenceOf({ campaign, subject, outcomes, report, environment, time }: EvidenceFacts): Statement {
  const { seed, timeout, limits, parallel, arguments: words, hypothesis } = campaign;
  const { planned, ran, notPossible, unexpected, coverage, confusion } = report;
  const isWhole = outcomes.length >= planned && outcomes.some((each) => each.fault !== "calm" && hasMet(each));
  const predicate = {
    of: campaign.path === campaign.script ? campaign.name : relative(process.cwd(), campaign.path),
    result: isWhole && unexpected === 0 ? "passed" : "failed",
    parts: partsOf(outcomes),
    figures: {
      ...{ planned, ran, notPossible, unexpected },
      coverage: share(coverage.covered, coverage.all),
      rankedFirst: share(confusion.first, confusion.all),
    },
    parameters: { seed, timeout, limits: { ...limits }, parallel, arguments: words },
    ...{ environment, time },
    hypothesis,
    runs: outcomes.map(
      ({ fault, step, class: owner, state, why, end, status, over, verdict, problems, time: ended }) => ({
        ...{ fault, step, class: owner, state, why, end, status, over, problems, time: ended },
        rankedFirst: verdict?.ranked[0]?.class,
      }),
    ),
  } satisfies Predicate & { readonly [name: string]: unknown };
  return statement("inject", [subject], predicate);
}

/** By fault and step; of several runs of one, one that is not as expected counts. */
function partsOf(outcomes: readonly RunOutcome[]): NonNullable<Predicate["parts"]> {
  const parts: Record<string, "passed" | "failed" | "skipped"> = {};
  for (const outcome of outcomes) {
    const { fault, step, problems } = outcome;
    const name = step === null ? fault : `${fault} at ${step}`;
    const came = problems.length > 0 ? "failed" : hasMet(outcome) ? "passed" : "skipped";
    if (parts[name] !== "failed") parts[name] = came;
  }
  return parts;
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((part / all) * 10_000) / 10_000;
}
