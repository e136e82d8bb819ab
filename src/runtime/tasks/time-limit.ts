/** The time that a block may take: then its commands are ended, and it fails with a TimeoutFault. */

import { showDuration } from "../control/texts.ts";
import { createFault } from "../faults/raise.ts";
import { forget } from "../faults/settle.ts";
import type { ScriptFlow } from "../flow.ts";
import { Bound } from "../processes/bound.ts";
import { after } from "../processes/limit.ts";
import { forkMarked, marksOf } from "../processes/marks.ts";
import { processesOf } from "../processes/processes.ts";
import { endBound } from "../processes/stage.ts";
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
export async function within(
  run: Run,
  flow: ScriptFlow,
  limit: TimeLimit | null,
  work: (flow: ScriptFlow) => Promise<void>,
): Promise<void> {
  if (limit === null) return work(flow.fork());
  const bound = new Bound(marksOf(flow).bound, []);
  const inner = forkMarked(flow, {}, { bound });
  const cancel = after(Math.max(1, limit.left), () => {
    const message = `${limit.subject} took longer than ${showDuration(limit.whole)}`;
    bound.over = createFault(run, limit.site, { kind: "TimeoutFault", message, elapsed: limit.whole });
    void endBound(processesOf(run), bound);
  });
  try {
    await work(inner);
    if (bound.over !== null) throw bound.over;
  } catch (thrown) {
    if (bound.over !== null && thrown !== bound.over) forget(run, thrown);
    throw bound.over ?? thrown;
  } finally {
    cancel();
  }
}
