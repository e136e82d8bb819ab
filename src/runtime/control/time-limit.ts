/** The time that a piece of a script may take: then its commands are ended, and it fails. */

import type { Fault } from "../faults/fault.ts";
import { forget } from "../faults/settle.ts";
import type { ScriptFlow } from "../flow.ts";
import { Bound } from "../processes/bound.ts";
import { after } from "../processes/limit.ts";
import { type FlowMarks, forkMarked, marksOf } from "../processes/marks.ts";
import { processesOf } from "../processes/processes.ts";
import { endBound } from "../processes/stage.ts";
import type { Run } from "../run.ts";

export interface TimeLimit {
  readonly milliseconds: number;
  /** Makes the fault that it fails with. */
  readonly late: () => Fault;
  /** What the flow has of its own besides. */
  readonly marks?: Partial<FlowMarks>;
}

/** Runs `work` in a flow of its own. What it throws once the time is over is not what is wrong: the limit's fault is raised in its place. */
export async function within(
  run: Run,
  flow: ScriptFlow,
  { milliseconds, late, marks = {} }: TimeLimit,
  work: (flow: ScriptFlow, bound: Bound) => Promise<void>,
): Promise<void> {
  const bound = new Bound(marksOf(flow).bound, []);
  const cancel = after(milliseconds, () => {
    bound.over = late();
    void endBound(processesOf(run), bound);
  });
  try {
    await work(forkMarked(flow, {}, { ...marks, bound }), bound);
  } catch (thrown) {
    if (bound.over !== null && thrown !== bound.over) forget(run, thrown);
    throw bound.over ?? thrown;
  } finally {
    cancel();
  }
}
