/** What a record keeps of a diagnosis. */

import type { Diagnosis } from "./fault.ts";
import type { RecordBody } from "./record.ts";
import { systemCallField } from "./system-call.ts";

/** The fields of an ErrorPoint that its fault's diagnosis fills. */
export function diagnosisFields(
  diagnosis: Diagnosis,
): Pick<RecordBody, "faultType" | "diagnosis" | "owner" | "removal" | "heard" | "diagnosisTime" | "systemCall"> {
  return {
    faultType: diagnosis.plausible,
    diagnosis: diagnosis.ranked.map((share) => ({
      class: share.class,
      p: share.p,
      reasons: share.reasons.map(({ rule, says, weight }) => `${rule} ${signed(weight)}: ${says}`),
    })),
    owner: diagnosis.owner,
    removal: diagnosis.advice,
    heard: diagnosis.heard,
    ...(diagnosis.milliseconds === undefined ? {} : { diagnosisTime: diagnosis.milliseconds }),
    ...(diagnosis.call === undefined ? {} : { systemCall: systemCallField(diagnosis.call) }),
  };
}

/** "+1.8", "-0.6": what a reason adds to its class's log-odds. */
function signed(weight: number): string {
  return `${weight < 0 ? "" : "+"}${weight.toFixed(1)}`;
}
