/** `parallel { … }`: branches of a plan side by side (language 6). */

import type { Block, Flow } from "../../records/index.ts";
import { asFault } from "../faults/api.ts";
import { Interruption, ScriptExit } from "../faults/fault.ts";
import { settle } from "../faults/settle.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";
import { frameOf, nextKey, openBranch } from "./frame.ts";
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
  const thrown: unknown[] = [];
  await Promise.all(
    branches.map(async (branch, index) => {
      try {
        await branch(openBranch(frame, key, index + 1).flow);
      } catch (each) {
        frame.shared.isFailing = true;
        if (!(each instanceof BranchEnd)) thrown.push(each);
      }
    }),
  );
  frame.shared.isFailing = false;
  const stop = thrown.find((each) => each instanceof Interruption || each instanceof ScriptExit);
  const [first, ...others] = thrown.filter((each) => each !== stop);
  // The first one tells what the plan failed of; the others are told beside it.
  for (const each of stop === undefined ? others : [first, ...others])
    if (each !== undefined) settle(run, asFault(run, each, site), false);
  if (stop !== undefined) throw stop;
  if (first !== undefined) throw first;
}
