/** How a step of a plan is taken back, and what it is called then (language 6). */

import type { TaskParts } from "../../records/index.ts";
import { asFault } from "../faults/api.ts";
import { Interruption, ScriptExit } from "../faults/fault.ts";
import { siteAt } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import { showArgument } from "../faults/show-argument.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import { type BackStep, openPart, type PlanFrame, type Step } from "./frame.ts";
import { withinLimit } from "./time-limit.ts";

/** A task as a step of a plan. */
export interface Task {
  readonly run: Run;
  readonly frame: PlanFrame;
  readonly site: number;
  readonly name: string;
  readonly parts: TaskParts;
  readonly key: string;
  readonly line: number;
  readonly step: Step;
}

/** What a task was given and remembered: the same for its body, its undo, and for another engine. */
export interface Memory {
  readonly values: readonly unknown[];
  readonly remembered: readonly unknown[];
}

/** Takes back what was done in part, ahead of another try; where that fails the plan does, and tries it once more. */
export async function takesBack(task: Task, memory: Memory): Promise<boolean> {
  try {
    if (task.parts.undo !== null) await undo(task, memory);
    for (const each of task.step.back.splice(0).reverse()) await each.undo?.();
    return true;
  } catch (thrown) {
    if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
    settle(task.run, asFault(task.run, thrown), false);
    return false;
  }
}

/** Takes back what the body did, or did in part, in the time that the body may have. */
async function undo(task: Task, memory: Memory): Promise<void> {
  const { run, frame, site, name, parts } = task;
  parts.take(memory.values, memory.remembered);
  const whole = parts.timeout?.() ?? null;
  const limit = whole === null ? null : { site, subject: `the undo of \`${name}\``, whole, left: whole };
  // In the flow of the plan itself: a limit that has struck the task does not bind its undo.
  try {
    await withinLimit(run, frame.flow, limit, async (flow) => parts.undo?.(inPart(task, "undo", flow)));
  } catch (thrown) {
    if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
    const fault = asFault(run, thrown, site);
    fault.pass({ site, values: memory.values, call: site });
    throw fault;
  }
}

/** A flow of its own for one of the task's blocks. */
export function inPart({ frame, key, name, step, parts }: Task, part: string, flow = frame.flow): ScriptFlow {
  // The trees that its body commits are taken back with it.
  const under = part === "body" ? step : null;
  const inner = flow.fork();
  inner.task = name;
  inner.goal = parts.goal ?? inner.goal;
  return openPart(frame, inner, `${key.slice(frame.prefix.length)}.${part}`, { task: name, step: under });
}

export function backStep(task: Task, memory: Memory, isUndone: boolean): BackStep {
  const { key, name, parts } = task;
  const takesBack = parts.undo !== null && !isUndone;
  const said = saidOf(task, memory);
  return { key, name, said, undo: takesBack ? () => undo(task, memory) : null, irreversible: parts.irreversible };
}

/** "`copy("/srv/a")` (line 12: remove the copy)" */
function saidOf({ run, site, name, line, parts: { undoing } }: Task, { values }: Memory): string {
  const known = siteAt(run, site).arguments;
  const shown = values.map((value, index) => {
    const { type, text } = showArgument(known[index], index, value, run.secrets.mask);
    return type === "String" ? JSON.stringify(text) : text;
  });
  return `\`${name}(${run.secrets.mask(shown.join(", "))})\` (line ${line}${undoing === null ? "" : `: ${undoing}`})`;
}
