/** The end of a fault's way: its ErrorPoint is written once it is known whether the script accepted it (faults 3). */

import type { Run } from "../run.ts";
import type { Fault } from "./fault.ts";
import { siteAt } from "./raise.ts";

/** Writes the ErrorPoint; an unhandled fault is also shown to whoever runs the script. */
export function settle(run: Run, fault: Fault, handled: boolean): void {
  if (fault.settled) return;
  fault.settled = true;
  const { symptom, diagnosis } = fault;
  const site = siteAt(run, fault.site);
  const stage = site.stages?.[fault.stage];
  run.options.emit({
    logPoint: "ErrorPoint",
    faultType: diagnosis.plausible,
    scriptName: run.options.program.files[site.file]?.name ?? "",
    scriptLine: stage?.line ?? site.line,
    api: symptom.api,
    arguments: symptom.arguments.map((item) => [item.name, item.text] as const),
    elapsed: symptom.elapsed,
    ...(symptom.errno === undefined ? {} : { errno: symptom.errno }),
    message: symptom.message,
    kind: symptom.kind,
    handled,
    diagnosis: diagnosis.ranked.map((share) => ({
      class: share.class,
      p: share.p,
      reasons: share.reasons.map((reason) => `${reason.rule}: ${reason.says}`),
    })),
    time: fault.time,
  });
  if (!handled) run.options.show(fault);
}
