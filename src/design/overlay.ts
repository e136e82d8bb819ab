/** A run laid over a plan: what of each task became what, and how long it took. */

import type { Plan } from "./model.ts";
import { callsIn } from "./within.ts";

export type TaskState = "done" | "running" | "failed" | "undone" | "undo-failed" | "not-reached";

/** What a run's journal tells of its tasks and sub-plans, in the order in which they started. */
export interface RunOverlay {
  /** The run's id, for the heading. */
  readonly run?: string;
  readonly tasks: readonly RunTask[];
}

export interface RunTask {
  readonly name: string;
  /** The how-manieth start of this name in the run; 1 is the first. */
  readonly occurrence: number;
  readonly state: TaskState;
  readonly milliseconds: number;
  /** Of a task that failed: what it had half done was taken back. */
  readonly isTakenBack?: boolean;
  /** The line of the call, where the journal knows it: then several calls of one task are told apart for sure. */
  readonly line?: number;
}

/** What a box shows of the run. */
export interface BoxState {
  readonly state: TaskState;
  /** Of all its starts together. */
  readonly milliseconds: number;
  /** More than 1 in loops. */
  readonly times: number;
  /** Its undo ran, to the end or not. */
  readonly isTakenBack: boolean;
}

/** From what says most of a box that was entered several times, to what says least. */
const weight: readonly TaskState[] = ["undo-failed", "failed", "running", "undone", "done", "not-reached"];

/** The state of a step by its `name`, `call` and line; a step that the run did not come to is "not-reached". */
export type StateOf = (step: { readonly name: string; readonly call: number; readonly line: number }) => BoxState;

/**
 * Starts that name a line belong to its call. Of others the first belongs to the first call in the text, and so on; those that are
 * left, as in a loop, belong to the last call.
 */
export function statesOf(plan: Plan, overlay: RunOverlay): StateOf {
  const calls = new Map<string, number>();
  for (const { name } of callsIn(plan.steps)) calls.set(name, (calls.get(name) ?? 0) + 1);
  const found = new Map<string, RunTask[]>();
  for (const task of overlay.tasks) {
    const call = Math.min(task.occurrence, calls.get(task.name) ?? 1);
    const key = task.line === undefined ? `${task.name} call ${call}` : `${task.name} line ${task.line}`;
    const tasks = found.get(key);
    if (tasks === undefined) found.set(key, [task]);
    else tasks.push(task);
  }
  return ({ name, call, line }) =>
    together([...(found.get(`${name} line ${line}`) ?? []), ...(found.get(`${name} call ${call}`) ?? [])]);
}

function together(tasks: readonly RunTask[]): BoxState {
  const state = weight.find((one) => tasks.some((task) => task.state === one)) ?? "not-reached";
  const isTakenBack = tasks.some((task) => task.isTakenBack === true || /^undo/.test(task.state));
  const milliseconds = tasks.reduce((sum, task) => sum + task.milliseconds, 0);
  return { state, milliseconds, times: tasks.length, isTakenBack };
}
