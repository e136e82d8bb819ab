/** One task: asked ahead, written down, run, asked again, and ready to be taken back (language 6). */

import type { Flow, TaskParts } from "../../records/index.ts";
import { epochNow, steadyNow } from "../clock.ts";
import { pauseOnClock } from "../control/pause.ts";
import { tryAgain } from "../control/retry.ts";
import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { flushOutputs } from "../files/standard-output.ts";
import { flowOf } from "../flow.ts";
import { pointAt } from "../point.ts";
import type { Run } from "../run.ts";
import { reopenTrees } from "./atomic.ts";
import { demandPlace, frameOf, isStopped, nextKey, type PlanFrame, type Step } from "./frame.ts";
import { kept, keptFault, revived, unkept } from "./kept.ts";
import { demandSame, type Past, pastOf, valuesOf } from "./past.ts";
import { runPlan, settlePlan } from "./plan.ts";
import { BranchEnd, TakeBackOrder } from "./stops.ts";
import { withinLimit } from "./time-limit.ts";
import { backStep, inPart, type Memory, type Task, takesBack } from "./undo.ts";
import { demand } from "./unmet.ts";
import { note, noteAnyway, recall } from "./write.ts";

/** A task that is called outside of a plan is a plan of one. */
export async function runTask(run: Run, flow: Flow, site: number, name: string, parts: TaskParts): Promise<void> {
  const frame = frameOf(flowOf(flow));
  if (frame !== undefined) return step(run, frame, site, name, parts);
  const alone = {
    goal: parts.goal,
    values: parts.values,
    body: (inner: Flow) => runTask(run, inner, site, name, parts),
    onFailure: null,
    onUndoFailure: null,
  };
  settlePlan(run, site, await runPlan(run, flow, site, name, alone, true));
}

async function step(run: Run, frame: PlanFrame, site: number, name: string, parts: TaskParts): Promise<void> {
  demandPlace(run, site, frame, `the task \`${name}\``);
  if (isStopped(frame)) throw new BranchEnd();
  const key = nextKey(run, frame, frame.flow);
  const under: Step = { key, name, atomics: 0, back: [] };
  frame.step = under;
  const task: Task = { run, frame, site, name, parts, key, line: siteAt(run, site).line, step: under };
  flushOutputs(run, frame.flow);
  const past = pastOf(recall(run, key));
  if (past.begun === undefined) {
    if (isTakenBack(run)) throw new TakeBackOrder();
    return begin(task);
  }
  demandSame(run, site, past.begun, { name, values: parts.values() });
  await resume(task, past, past.begun);
}

/** The run was resumed to take a plan back: nothing new is begun. */
function isTakenBack({ options }: Run): boolean {
  return options.journal !== undefined && options.journal.takesBack !== null;
}

async function begin(task: Task): Promise<void> {
  const { run, site, name, parts, key, line } = task;
  const values = parts.values().map(kept);
  // Called as what they are parts of, they have no names of their own in a trace.
  await demand(task, "pre");
  const remembered = ((await parts.remember?.(inPart(task, "remember"))) ?? []).map(kept);
  const timeout = parts.timeout?.() ?? null;
  const until = timeout === null ? undefined : epochNow() + timeout;
  note(run, site, {
    ...{ do: "task", key, name, line, values, remembered },
    ...(parts.irreversible === null ? {} : { irreversible: parts.irreversible }),
    ...(until === undefined ? {} : { until }),
  });
  await attempts(task, { values: values.map(unkept), remembered: remembered.map(unkept) }, until, 1);
}

/** What an earlier engine began: known to the end, or in flight when that engine ended. */
async function resume(task: Task, past: Past, begun: NonNullable<Past["begun"]>): Promise<void> {
  const { run, site, name, parts } = task;
  const memory = { values: valuesOf(begun), remembered: begun.remembered.map(unkept) };
  parts.take(memory.values, memory.remembered);
  await reopenTrees(run, site, task.step);
  if (past.isDone) return leave(task, memory, past.isUndone);
  if (past.failed !== undefined) {
    leave(task, memory, past.isUndone);
    throw revived(run, site, past.failed);
  }
  if (isTakenBack(run)) {
    leave(task, memory, past.isUndone);
    throw new TakeBackOrder();
  }
  // Whether it had ended is not known: its own condition says so.
  if (parts.post !== null && (await holds(task))) {
    note(run, site, { do: "done", key: task.key });
    return leave(task, memory, false);
  }
  if (parts.undo === null && parts.irreversible !== null) {
    const message = `the task \`${name}\` was under way when the engine ended: whether it was done is not known, and it cannot be taken back (${parts.irreversible})`;
    const fault = createFault(run, site, { kind: "JournalFault", message });
    fail(task, memory, fault);
    throw fault;
  }
  // What is half done is taken back, and done anew.
  if (!(await takesBack(task, memory))) {
    const message = `the task \`${name}\` was under way when the engine ended, and what it did in part could not be taken back`;
    const fault = createFault(run, site, { kind: "JournalFault", message });
    fail(task, memory, fault);
    throw fault;
  }
  note(run, site, { do: "again", key: task.key, attempt: past.attempts + 1 });
  await attempts(task, memory, begun.until, past.attempts + 1);
}

async function attempts(task: Task, memory: Memory, until: number | undefined, first: number): Promise<void> {
  const { run, site, parts, key, frame } = task;
  const retry = parts.retry?.() ?? null;
  let delay = retry?.every ?? 0;
  for (let attempt = first; ; attempt += 1) {
    try {
      await once(task, memory, until);
      note(run, site, { do: "done", key });
      return leave(task, memory, false);
    } catch (thrown) {
      if (thrown instanceof ScriptExit || thrown instanceof Interruption) {
        if (isGoodEnd(thrown)) noteAnyway(run, { do: "done", key });
        leave(task, memory, false);
        throw thrown;
      }
      const fault = asFault(run, thrown, site);
      const isTriedAgain = retry !== null && attempt < retry.times && tryAgain(fault, retry.on);
      if (!isTriedAgain || !(await takesBack(task, memory))) {
        fail(task, memory, fault);
        throw fault;
      }
      settle(run, fault, true);
      note(run, site, { do: "again", key, attempt: attempt + 1 });
      if (delay > 0) await pauseOnClock(run, delay, frame.flow);
      if (retry.doubling) delay *= 2;
    }
  }
}

function isGoodEnd(thrown: unknown): boolean {
  return thrown instanceof ScriptExit && thrown.status === 0;
}

function fail(task: Task, memory: Memory, fault: Fault): void {
  fault.task ??= task.name;
  fault.goal ??= task.parts.goal;
  noteAnyway(task.run, { do: "failed", key: task.key, fault: keptFault(task.run, fault) });
  leave(task, memory, false);
}

/** The task has ended, well or not: from now on its plan takes it back. */
function leave(task: Task, memory: Memory, isUndone: boolean): void {
  const { frame, step: under } = task;
  frame.shared.back.push(...under.back, backStep(task, memory, isUndone));
  frame.step = null;
}

/** The body and what it must have brought about, within the task's time. */
async function once(task: Task, memory: Memory, until: number | undefined): Promise<void> {
  const { run, frame, site, name, parts } = task;
  const whole = parts.timeout?.() ?? 0;
  const subject = `the task \`${name}\``;
  const limit = until === undefined ? null : { site, subject, whole, left: until - epochNow() };
  const began = steadyNow();
  await withinLimit(run, frame.flow, limit, async (flow) => {
    await parts.body(inPart(task, "body", flow));
    parts.take(memory.values, memory.remembered);
    await demand(task, "post", flow);
  });
  noteSlow(task, steadyNow() - began);
}

function noteSlow({ run, site, name, parts }: Task, elapsed: number): void {
  const limit = parts.within?.();
  if (limit === undefined || elapsed <= limit) return;
  run.options.emit({
    logPoint: "ResponseCheckPoint",
    ...pointAt(run, site),
    api: name,
    arguments: [],
    elapsed,
    task: name,
    ...(parts.goal === null ? {} : { goal: parts.goal }),
  });
}

/** Whether the task's own condition says that it is done. */
async function holds(task: Task): Promise<boolean> {
  const { run, parts } = task;
  try {
    await parts.post?.(inPart(task, "post"));
    return true;
  } catch (thrown) {
    if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
    settle(run, asFault(run, thrown), true);
    return false;
  }
}
