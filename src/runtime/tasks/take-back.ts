/** Taking a plan back: its steps in reverse order, up to the first that cannot be. */

import { asFault } from "../faults/api.ts";
import { type Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { settle } from "../faults/settle.ts";
import type { Run } from "../run.ts";
import type { BackResult, BackStep, PlanFrame } from "./frame.ts";
import { keptFault } from "./kept.ts";
import { noteAnyway } from "./write.ts";

/**
 * Where an undo fails, those of the steps ahead of it are not tried: what they would take away, the step that could not be
 * taken back may still stand on.
 */
export async function takeBack(run: Run, { shared, name }: PlanFrame): Promise<BackResult> {
  shared.isTakenBack = true;
  const steps = shared.back.splice(0).reverse();
  if (shared.stuck !== undefined) return { ...shared.stuck, left: [...shared.stuck.left, ...leftOf(steps)] };
  const undone: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.undo === null) {
      if (step.irreversible !== null) tellIrreversible(run, step);
      continue;
    }
    noteAnyway(run, { do: "undo", key: step.key });
    try {
      await step.undo();
    } catch (thrown) {
      if (thrown instanceof Interruption) throw thrown;
      const fault = thrown instanceof ScriptExit ? exited(run, name, thrown) : asFault(run, thrown);
      noteAnyway(run, { do: "undo-failed", key: step.key, fault: keptFault(run, fault) });
      settle(run, fault, false);
      return { failed: fault, undone, left: leftOf(steps.slice(index)) };
    }
    noteAnyway(run, { do: "undone", key: step.key });
    undone.push(step.name);
  }
  return { failed: undefined, undone, left: [] };
}

function leftOf(steps: readonly BackStep[]): readonly string[] {
  return steps.flatMap(({ said, undo }) => (undo === null ? [] : [`the undo of ${said}`]));
}

function tellIrreversible(run: Run, { name, irreversible }: BackStep): void {
  run.options.tell?.(`what the task \`${name}\` did stays: ${irreversible}`);
}

function exited(run: Run, name: string, { status }: ScriptExit): Fault {
  const message = `an undo of the plan \`${name}\` left with \`exit ${status}\``;
  return createFault(run, 0, { kind: "CommandFault", message, status });
}
