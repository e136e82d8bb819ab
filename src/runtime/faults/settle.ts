/** The end of a fault's way: its ErrorPoint is written once it is known whether the script accepted it (faults 3). */

import { diagnosisFields } from "../../records/index.ts";
import type { Run } from "../run.ts";
import type { Fault } from "./fault.ts";
import { siteAt } from "./raise.ts";

/** Writes the ErrorPoint; an unhandled fault is also shown to whoever runs the script. */
export function settle(run: Run, fault: Fault, handled: boolean): void {
  if (fault.settled) return;
  record(run, fault, handled);
  // In the order in which they stood: what fails first is the cause more often.
  for (const companion of fault.companions) if (!companion.settled) record(run, companion, handled);
  if (!handled) run.options.show(fault);
}

/** A fault that something else tells of: it follows from that, or goes with it. */
export function forget(run: Run, thrown: unknown): void {
  // Only faults are in there.
  run.underWay.delete(thrown as Fault);
}

/** At the end of a run: a fault that another one, or an `exit`, took the place of on its way out. */
export function settleLost(run: Run): void {
  for (const fault of run.underWay) settle(run, fault, false);
}

function record(run: Run, fault: Fault, handled: boolean): void {
  fault.settled = true;
  run.underWay.delete(fault);
  const { symptom, diagnosis } = fault;
  const site = siteAt(run, fault.site);
  const stage = site.stages?.[fault.stage];
  run.options.emit({
    logPoint: "ErrorPoint",
    ...diagnosisFields(diagnosis),
    scriptName: run.options.program.files[site.file]?.name ?? "",
    scriptLine: stage?.line ?? site.line,
    api: symptom.api,
    arguments: [...symptom.arguments, ...(symptom.compared ?? [])].map((item) => [item.name, item.text] as const),
    elapsed: symptom.elapsed,
    ...(symptom.errno === undefined ? {} : { errno: symptom.errno }),
    message: symptom.message,
    kind: symptom.kind,
    handled,
    ...(symptom.risky === true ? { risky: true } : {}),
    ...(fault.task === undefined ? {} : { task: fault.task }),
    ...(fault.goal == null ? {} : { goal: fault.goal }),
    time: fault.time,
  });
}
