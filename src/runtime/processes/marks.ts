/** What a flow has beyond its core parts: descriptors above 2, whether it is a background job, whose usage it counts, which limit binds it. */

import { type FlowParts, inherited, type ScriptFlow } from "../flow.ts";
import type { Bound } from "./bound.ts";
import type { Judged } from "./verdict.ts";

/** What the commands of a flow used, summed. */
export interface Account {
  user: number;
  system: number;
  memory: number;
  /** The status of each stage of the pipeline that ended last. */
  stages: readonly number[];
  /** The process number of the first command; 0 before. */
  pid: number;
}

export function createAccount(): Account {
  return { user: 0, system: 0, memory: 0, stages: [], pid: 0 };
}

/** What all flows of a job know. */
export interface JobMark {
  detached: boolean;
  /** It was told that the run ends: its finally and defer run now. */
  told: boolean;
  /** The time for tidying up has passed. */
  closed: boolean;
}

/** A `wait until` that asks: the pipeline that said no last. */
export interface Question {
  no: Judged | null;
}

export interface FlowMarks {
  /** By number, from 3: the engine's descriptor, or undefined. */
  readonly descriptors: readonly (number | undefined)[];
  readonly background: boolean;
  /** Of a job: shared by all its flows. */
  readonly job: JobMark | null;
  readonly account: Account | null;
  readonly bound: Bound | null;
  readonly question: Question | null;
  /** Within a group behind `trace`. */
  readonly traced: boolean;
}

const plain: FlowMarks = {
  descriptors: [],
  background: false,
  job: null,
  account: null,
  bound: null,
  question: null,
  traced: false,
};
const marks = new WeakMap<ScriptFlow, FlowMarks>();

/** The marks of a flow; those that it does not have itself are its parent's. */
export function marksOf(flow: ScriptFlow): FlowMarks {
  return inherited(marks, flow) ?? plain;
}

/** Gives a flow marks of its own. */
export function markFlow(flow: ScriptFlow, own: Partial<FlowMarks>): void {
  marks.set(flow, { ...marksOf(flow), ...own });
}

/** A forked flow with marks of its own. */
export function forkMarked(flow: ScriptFlow, changes: Partial<FlowParts>, own: Partial<FlowMarks>): ScriptFlow {
  const forked = flow.fork(changes);
  marks.set(forked, { ...marksOf(flow), ...own });
  return forked;
}
