/** What is said of a failure whose diagnosis could not be loaded: a fault is told, whatever else has failed. */

import type { Diagnosis, Symptom } from "../records/index.ts";
import { combine } from "./combine.ts";
import { statedBy } from "./said-by-script.ts";
import { statedPrior } from "./weights.ts";

/** The class that the script states, else how likely each is ahead of any look; and that nothing was looked at. */
export function undiagnosed(symptom: Symptom, cause: unknown): Diagnosis {
  const stated = statedBy(symptom);
  const found = combine(stated === undefined ? [] : [stated], { prior: statedPrior, rules: {} });
  const says = `the part of D-Script that diagnoses could not be loaded: ${whyNot(cause)}`;
  const reason = { rule: "diagnosis.not-loaded", says, weight: 0 };
  return {
    ...found,
    ranked: found.ranked.map((share) => ({ ...share, reasons: [...share.reasons, reason] })),
    ...(stated === undefined ? { advice: "whose move it is was not looked at: see what the fault itself says" } : {}),
  };
}

/** An error of the system by its name. */
function whyNot(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
