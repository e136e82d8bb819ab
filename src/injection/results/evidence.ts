/** Evidence that a script was tried in bad weather: a statement about its hash, in the form of in-toto (attestation v1). */

import type { Campaign } from "../campaign/campaign.ts";
import type { RunOutcome } from "../outcome.ts";
import type { Report } from "./report.ts";

export interface Surroundings {
  readonly host: string;
  readonly system: string;
  readonly dscript: string;
  readonly user: string;
  /** RFC 3339, UTC. */
  readonly time: string;
}

/** JSON text; `scriptHash` is SHA-256 of the script's file. */
export function evidenceText(
  campaign: Campaign,
  scriptHash: string,
  outcomes: readonly RunOutcome[],
  report: Report,
  surroundings: Surroundings,
): string {
  const { seed, timeout, limits, parallel, arguments: words } = campaign;
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: campaign.script, digest: { sha256: scriptHash } }],
    predicateType: "https://dscript.dev/attestation/fault-injection/v1",
    predicate: {
      campaign: campaign.name,
      environment: surroundings,
      parameters: { seed, timeout, limits, parallel, arguments: words, hypothesis: campaign.hypothesis },
      result: {
        holds: report.unexpected === 0,
        ...report,
        runs: outcomes.map(({ fault, step, class: owner, state, why, end, status, over, verdict, problems, time }) => ({
          ...{ fault, step, class: owner, state, why, end, status, over, problems, time },
          rankedFirst: verdict?.ranked[0]?.class,
        })),
      },
      time: surroundings.time,
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}
