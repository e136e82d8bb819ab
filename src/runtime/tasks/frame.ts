/** Where a flow stands in a plan: the keys of its steps, and what has been done that may have to be taken back. */

import type { Fault } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { inherited, type ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";

/** A finished or half-done step, as it is taken back. */
export interface BackStep {
  readonly key: string;
  readonly name: string;
  /** With its arguments and its line, as a person is told of it. */
  readonly said: string;
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
  /** It is being taken back. */
  isTakenBack: boolean;
  /** A plan within it could not be taken back: what that one was built on stays, too. */
  stuck?: BackResult;
}

export interface BackResult {
  /** The fault of the undo that failed. */
  readonly failed: Fault | undefined;
  /** The tasks that were taken back, in the order in which that was done. */
  readonly undone: readonly string[];
  /** What is left, in the order in which it is to be done. */
  readonly left: readonly string[];
}

/** The branches of one `parallel`, within those of the `parallel` or the plan around it. */
export interface Branches {
  /** One of them has failed: no further task starts in any. */
  isFailing: boolean;
  readonly around: Branches | undefined;
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
  readonly branches: Branches | undefined;
  /** The task that the flow is in: it runs no other one. */
  readonly task?: string;
  /** The flow that the plan runs in. */
  readonly flow: ScriptFlow;
  /** How many plans it stands in. */
  readonly depth: number;
  next: number;
  step: Step | null;
}

const frames = new WeakMap<ScriptFlow, PlanFrame>();
const counts = new WeakMap<Run, { next: number }>();
const keys = new WeakMap<ScriptFlow, { readonly prefix: string; next: number }>();

/** The plan that a flow is in; undefined outside of plans. */
export function frameOf(flow: ScriptFlow): PlanFrame | undefined {
  return inherited(frames, flow);
}

/** Whether a branch beside this one has failed. */
export function isStopped({ branches }: PlanFrame): boolean {
  for (let at = branches; at !== undefined; at = at.around) if (at.isFailing) return true;
  return false;
}

/** Tasks and plans stand in a plan's body, and nowhere else in it: `what` names the one that is called. */
export function demandPlace(run: Run, site: number, { shared, name, task, depth }: PlanFrame, what: string): void {
  if (depth >= deepest)
    throw createFault(run, site, { kind: "StackFault", message: `more than ${deepest} plans stand in each other` });
  if (task === undefined && !shared.isTakenBack) return;
  const message =
    task === undefined
      ? `${what} was called while the plan \`${name}\` is taken back: nothing is begun there`
      : `${what} was called by the task \`${task}\`: a task runs no other one, a plan runs both`;
  throw createFault(run, site, { kind: "ArgumentFault", message });
}

const deepest = 100;

/** Begins a plan in a flow of its own, so that what its tasks do to directory and environment ends with it. */
export function openFrame(flow: ScriptFlow, prefix: string, name: string, outer: PlanFrame | undefined): PlanFrame {
  const shared = { back: [], isTakenBack: false };
  const depth = outer === undefined ? 0 : outer.depth + 1;
  return enter({ prefix, name, shared, branches: outer?.branches, flow: flow.fork(), depth, next: 1, step: null });
}

/** Begins the branches of a `parallel`. */
export function openBranches({ branches }: PlanFrame): Branches {
  return { isFailing: false, around: branches };
}

/** A branch of a plan: its steps are numbered on their own. */
export function openBranch(frame: PlanFrame, branches: Branches, key: string, branch: number): PlanFrame {
  return enter({ ...frame, branches, prefix: `${key}.b${branch}.`, flow: frame.flow.fork(), next: 1, step: null });
}

/** Enters a block of a task, or what follows where a plan fails: what is asked and told there is numbered on its own. */
export function openPart(
  frame: PlanFrame,
  flow: ScriptFlow,
  part: string,
  own: Pick<PlanFrame, "task" | "step"> = { step: null },
): ScriptFlow {
  return enter({ ...frame, flow, prefix: `${frame.prefix}${part}.`, next: 1, ...own }).flow;
}

/** Enters a strategy: what it begins is numbered on its own; `branches` where others run beside it. */
export function openStrategy(frame: PlanFrame, flow: ScriptFlow, prefix: string, branches: Branches | undefined): void {
  // In a task's body, the trees that it commits are still the task's.
  const step = frame.task === undefined ? null : frame.step;
  enter({ ...frame, branches, flow, prefix: `${prefix}.`, next: 1, step });
}

function enter(frame: PlanFrame): PlanFrame {
  frames.set(frame.flow, frame);
  return frame;
}

/** What follows is a run of its own: its steps are numbered from 1. */
export function restartKeys(run: Run): void {
  counts.delete(run);
}

/** What a flow outside of plans begins is numbered on its own: "3s1n2" is the second of the first strategy of the third step. */
export function openKeys(flow: ScriptFlow, prefix: string): void {
  keys.set(flow, { prefix: `${prefix}n`, next: 1 });
}

/** The key of the next step: "2" in the script, "2.3" in its second plan, and so on. */
export function nextKey(run: Run, frame: PlanFrame | undefined, flow: ScriptFlow): string {
  if (frame !== undefined) return `${frame.prefix}${frame.next++}`;
  const own = inherited(keys, flow);
  if (own !== undefined) return `${own.prefix}${own.next++}`;
  const count = counts.get(run) ?? { next: 1 };
  counts.set(run, count);
  return `${count.next++}`;
}
