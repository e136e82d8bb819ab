/** `argue "goal" { strategy … }`: what comes ahead, what stands side by side, what comes behind (language 10). */

import type { Flow, ServedGoal, StrategyRun } from "../../records/index.ts";
import { Fault } from "../faults/fault.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { frameOf, isStopped, nextKey, openBranches, openKeys, openStrategy } from "./frame.ts";
import { sideBySide } from "./parallel.ts";
import { BranchEnd } from "./stops.ts";

/** Runs them, each in a flow of its own; where one fails, none of a later phase is begun. */
export async function runArgue(
  run: Run,
  flow: Flow,
  site: number,
  goal: ServedGoal | null,
  strategies: readonly StrategyRun[],
): Promise<void> {
  const own = flowOf(flow);
  const frame = frameOf(own);
  flushOutputs(run, own);
  const key = nextKey(run, frame, own);
  const of = (phase: StrategyRun["phase"]) =>
    strategies.flatMap((each, index) => (each.phase === phase ? [{ each, number: index + 1 }] : []));
  const side = frame && openBranches(frame);
  const open = (number: number, isBeside: boolean): ScriptFlow => {
    const inner = own.fork();
    inner.goal = goal ?? own.goal;
    if (frame === undefined) openKeys(inner, `${key}s${number}`);
    else openStrategy(frame, inner, `${key}.s${number}`, isBeside ? side : frame.branches);
    return inner;
  };
  const carryOut = async (
    { each, number }: { each: StrategyRun; number: number },
    isBeside: boolean,
  ): Promise<void> => {
    const inner = open(number, isBeside);
    try {
      await each.run(inner);
    } catch (thrown) {
      if (thrown instanceof Fault) thrown.goal ??= inner.goal;
      throw thrown;
    }
  };
  for (const each of of("pre")) await carryOut(each, false);
  const beside = of("concurrent").map((each) => () => carryOut(each, true));
  if (beside.length > 0) await sideBySide(run, site, beside, side);
  if (frame !== undefined && isStopped(frame)) throw new BranchEnd();
  for (const each of of("post")) await carryOut(each, false);
}
