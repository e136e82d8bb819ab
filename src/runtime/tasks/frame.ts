/** Where a flow stands in a plan: the keys of its steps, and what has been done that may have to be taken back. */

import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";

/** A finished or half-done step, as it is taken back. */
export interface BackStep {
  readonly key: string;
  readonly name: string;
  readonly line: number;
  /** Null where nothing takes it back. */
  readonly undo: (() => Promise<void>) | null;
  readonly irreversible: string | null;
  /** What is kept for the undo is no longer needed: the whole plan is done. */
  readonly forget?: () => Promise<void>;
}

/** What all branches of a plan share. */
interface Shared {
  /** In the order in which they ended. */
  readonly back: BackStep[];
  /** A branch has failed: no further task starts. */
  isFailing: boolean;
  /** It is being taken back. */
  isTakenBack: boolean;
}

/** The task that is under way, and what of it takes itself back. */
export interface Step {
  readonly key: string;
  readonly name: string;
  /** How many `atomic` blocks it has begun. */
  atomics: number;
  /** Those that are committed. */
  back: BackStep[];
}

export interface PlanFrame {
  /** What the keys of its steps begin with; empty for what stands in no plan. */
  readonly prefix: string;
  readonly name: string;
  readonly shared: Shared;
  /** The flow that the plan runs in. */
  readonly flow: ScriptFlow;
  next: number;
  step: Step | null;
}

const frames = new WeakMap<ScriptFlow, PlanFrame>();
const counts = new WeakMap<Run, { next: number }>();

/** The plan that a flow is in; undefined outside of plans. */
export function frameOf(flow: ScriptFlow): PlanFrame | undefined {
  for (let at: ScriptFlow | null = flow; at !== null; at = at.parent) {
    const found = frames.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Begins a plan in a flow of its own, so that what its tasks do to directory and environment ends with it. */
export function openFrame(flow: ScriptFlow, prefix: string, name: string): PlanFrame {
  const shared = { back: [], isFailing: false, isTakenBack: false };
  return enter({ prefix, name, shared, flow: flow.fork(), next: 1, step: null });
}

/** A branch of a plan: its steps are numbered on their own. */
export function openBranch(frame: PlanFrame, key: string, branch: number): PlanFrame {
  return enter({ ...frame, prefix: `${key}.b${branch}.`, flow: frame.flow.fork(), next: 1, step: null });
}

function enter(frame: PlanFrame): PlanFrame {
  frames.set(frame.flow, frame);
  return frame;
}

/** What follows is a run of its own: its steps are numbered from 1. */
export function restartKeys(run: Run): void {
  counts.delete(run);
}

/** The key of the next step: "2" in the script, "2.3" in its second plan, and so on. */
export function nextKey(run: Run, frame: PlanFrame | undefined): string {
  if (frame !== undefined) return `${frame.prefix}${frame.next++}`;
  const count = counts.get(run) ?? { next: 1 };
  counts.set(run, count);
  return `${count.next++}`;
}
