/** A fault as it is drawn for a person: its place, its ranking, its trace. */

import type { FaultView } from "../diagnostics/index.ts";
import type { Program } from "../records/index.ts";
import type { Fault } from "../runtime/index.ts";
import { createSource } from "../text/index.ts";
import { traceOf } from "./trace.ts";

/** The view of a fault that left its script, or that status style reports. */
export function viewOf(program: Program, fault: Fault): FaultView {
  const site = program.sites[fault.site];
  const file = program.files[site?.file ?? 0];
  const stage = site?.stages?.[fault.stage];
  return {
    kind: fault.kind,
    message: fault.symptom.message,
    source: createSource(file?.name ?? "", file?.text ?? ""),
    span: { start: stage?.start ?? site?.start ?? 0, end: stage?.end ?? site?.end ?? 0 },
    plausible: fault.diagnosis.plausible,
    ranked: fault.diagnosis.ranked.map((share) => ({
      class: share.class,
      p: share.p,
      reason: share.reasons[0]?.says ?? "",
    })),
    advice: fault.diagnosis.advice,
    stack: traceOf(program, fault),
  };
}
