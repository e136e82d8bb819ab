/** `parallel { … }`: branches of a plan side by side (language 6). */

import type { Block, Flow } from "../../records/index.ts";
import { asFault } from "../faults/api.ts";
import { Interruption, ScriptExit } from "../faults/fault.ts";
import { settle } from "../faults/settle.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { frameOf, isStopped, nextKey, openBranch, openBranches } from "./frame.ts";
import { BranchEnd } from "./stops.ts";

/**
 * Runs the branches until all have ended. Where one fails, the others end the task that they are in and begin no other one:
 * what is whole can be taken back more surely than what was cut off.
 */
export async function runParallel(run: Run, flow: Flow, site: number, branches: readonly Block[]): Promise<void> {
  const frame = frameOf(flowOf(flow));
  // The checker has seen that it stands in a plan.
  if (frame === undefined) throw new Error("parallel outside of a plan");
  const key = nextKey(run, frame);
  const side = openBranches(frame);
  const thrown: unknown[] = [];
  await Promise.all(
    branches.map(async (branch, index) => {
      try {
        await branch(openBranch(frame, side, key, index + 1).flow);
      } catch (each) {
        side.isFailing = true;
        if (!(each instanceof BranchEnd)) thrown.push(each);
      }
    }),
  );
  const stop = endOf(thrown);
  // The one that the plan ends of is told there; the others are told beside it.
  for (const each of thrown)
    if (each !== stop && !(each instanceof ScriptExit) && !(each instanceof Interruption))
      settle(run, asFault(run, each, site), false);
  if (stop !== undefined) throw stop;
  if (isStopped(frame)) throw new BranchEnd();
}

/** What all branches end of: a signal, else the first that failed, else an `exit 0`. */
function endOf(thrown: readonly unknown[]): unknown {
  const isGood = (each: unknown): boolean => each instanceof ScriptExit && each.status === 0;
  return (
    thrown.find((each) => each instanceof Interruption) ?? thrown.find((each) => !isGood(each)) ?? thrown.find(isGood)
  );
}
