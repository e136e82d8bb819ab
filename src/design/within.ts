/** Steps with all that stand within them, in order of the text. */

import type { Step } from "./model.ts";

export type CallStep = Step & { readonly kind: "task" | "plan" };

/** The steps directly within one, of all its branches. */
function innerOf(step: Step): readonly Step[] {
  switch (step.kind) {
    case "choice":
      return step.branches.flatMap((branch) => branch.steps);
    case "parallel":
      return step.branches.flat();
    case "loop":
    case "goal":
      return step.steps;
    default:
      return [];
  }
}

export function allOf(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...allOf(innerOf(step))]);
}

/** Every call of a task or a plan. */
export function callsIn(steps: readonly Step[]): readonly CallStep[] {
  return allOf(steps).filter((step) => step.kind === "task" || step.kind === "plan");
}

/** The steps that are drawn: code is for engineers. */
export function shownOf(steps: readonly Step[], detail: boolean): readonly Step[] {
  return detail ? steps : steps.filter(({ kind }) => kind !== "code");
}
