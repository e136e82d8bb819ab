/** `parallel { … }`: branches of a plan side by side (language 6). */

import type { Block, Flow } from "../../records/index.ts";
import { asFault } from "../faults/api.ts";
import { Interruption, ScriptExit } from "../faults/fault.ts";
import { settle } from "../faults/settle.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { type Branches, frameOf, isStopped, nextKey, openBranch, openBranches } from "./frame.ts";
import { BranchEnd } from "./stops.ts";

export async function runParallel(run: Run, flow: Flow, site: number, branches: readonly Block[]): Promise<void> {
  const own = flowOf(flow);
  const frame = frameOf(own);
  // The checker has seen that it stands in a plan.
  if (frame === undefined) throw new Error("parallel outside of a plan");
  const key = nextKey(run, frame, own);
  const side = openBranches(frame);
  const begun = branches.map((branch, index) => () => branch(openBranch(frame, side, key, index + 1).flow));
  await sideBySide(run, site, begun, side);
  if (isStopped(frame)) throw new BranchEnd();
}

/**
 * Runs the branches until all have ended. Where one fails, the others end the task that they are in and begin no other one:
 * what is whole can be taken back more surely than what was cut off. `side`: of branches of a plan.
 */
export async function sideBySide(
  run: Run,
  site: number,
  branches: readonly (() => Promise<void>)[],
  side: Branches | undefined,
): Promise<void> {
  const thrown: unknown[] = [];
  await Promise.all(
    branches.map(async (branch) => {
      try {
        await branch();
      } catch (each) {
        if (side !== undefined) side.isFailing = true;
        if (!(each instanceof BranchEnd)) thrown.push(each);
      }
    }),
  );
  const stop = endOf(thrown);
  // The one that the whole ends of is told there; the others are told beside it.
  for (const each of thrown)
    if (each !== stop && !(each instanceof ScriptExit) && !(each instanceof Interruption))
      settle(run, asFault(run, each, site), false);
  if (stop !== undefined) throw stop;
}

/** What all branches end of: a signal, else the first that failed, else an `exit 0`. */
function endOf(thrown: readonly unknown[]): unknown {
  const isGood = (each: unknown): boolean => each instanceof ScriptExit && each.status === 0;
  return (
    thrown.find((each) => each instanceof Interruption) ?? thrown.find((each) => !isGood(each)) ?? thrown.find(isGood)
  );
}
