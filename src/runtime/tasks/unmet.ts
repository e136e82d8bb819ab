/** Faults of a task's conditions: that one of them does not hold is told beside what it failed of. */

import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { inPart, type Task } from "./undo.ts";

const conditions = new WeakMap<Fault, string>();

/** Evaluates `pre` or `post` where the task has it; its fault is kept as that of a condition. */
export async function demand(task: Task, part: "pre" | "post", flow = task.frame.flow): Promise<void> {
  const { run, site, name, parts } = task;
  try {
    await parts[part]?.(inPart(task, part, flow));
  } catch (thrown) {
    if (thrown instanceof ScriptExit || thrown instanceof Interruption) throw thrown;
    const fault = asFault(run, thrown, site);
    conditions.set(fault, `the \`${part}\` of ${name} does not hold`);
    throw fault;
  }
}

/** "the `pre` of copy does not hold"; undefined of any other fault. */
export function unmet(fault: Fault | undefined): string | undefined {
  return fault === undefined ? undefined : conditions.get(fault);
}
