/** The time that a block of a task may take: then it fails with a TimeoutFault, also where it comes to its end later. */

import { showDuration } from "../control/texts.ts";
import { within } from "../control/time-limit.ts";
import { createFault } from "../faults/raise.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";

export interface TimeLimit {
  readonly site: number;
  /** "the task `copy`" */
  readonly subject: string;
  /** Milliseconds, for the message. */
  readonly whole: number;
  /** Milliseconds that are left. */
  readonly left: number;
}

/** Runs `work` in a flow of its own, under the limit where there is one. */
export async function withinLimit(
  run: Run,
  flow: ScriptFlow,
  limit: TimeLimit | null,
  work: (flow: ScriptFlow) => Promise<void>,
): Promise<void> {
  if (limit === null) return work(flow.fork());
  const { site, subject, whole, left } = limit;
  const message = `${subject} took longer than ${showDuration(whole)}`;
  const late = () => createFault(run, site, { kind: "TimeoutFault", message, elapsed: whole });
  await within(run, flow, { milliseconds: Math.max(1, left), late }, async (inner, bound) => {
    await work(inner);
    if (bound.over !== null) throw bound.over;
  });
}
