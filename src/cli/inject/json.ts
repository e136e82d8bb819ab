/** A campaign's results as JSON: one object. */

import type { Campaign, Report, RunOutcome } from "../../injection/index.ts";

export function jsonText(campaign: Campaign, outcomes: readonly RunOutcome[], report: Report): string {
  const { name, script, seed } = campaign;
  return `${JSON.stringify({ campaign: name, script, seed, ...report, runs: outcomes })}\n`;
}
