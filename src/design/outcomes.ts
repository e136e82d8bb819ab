/** What follows when a step of a plan fails: worked out once, for all that draw it. */

import type { Handler, Plan, Step } from "./model.ts";
import { canFail, doesSomething, mayFailToUndo, staysDone } from "./risks.ts";
import { allOf, callsIn } from "./within.ts";
import type { Say } from "./words.ts";

export interface Outcome {
  readonly kind: "undone" | "half-undone";
  /** What is known then, in words. */
  readonly known: string;
  /** A task that was done is not taken back. */
  readonly stays: boolean;
  /** What runs ahead of the handler's own steps, in words. */
  readonly first?: string;
  /** The handler's. */
  readonly steps: readonly Step[];
  /** What is said where the handler has no step to draw. */
  readonly untold: string;
  readonly ending: string;
}

/** When all is taken back, and behind it, when an undo failed: none where no step can fail, one where no undo can. */
export function outcomesOf(plan: Plan, say: Say): readonly Outcome[] {
  if (!allOf(plan.steps).some(canFail)) return [];
  const stays = callsIn(plan.steps).some(staysDone);
  const undone: Outcome = {
    kind: "undone",
    known: stays ? say("as before, but for what cannot be taken back") : say("everything is as before"),
    stays,
    steps: stepsOf(plan.onFailure),
    untold: say("nobody is told"),
    ending: say("ends as undone"),
  };
  if (!mayFailToUndo(plan)) return [undone];
  const halfUndone: Outcome = {
    kind: "half-undone",
    known: say("an undo failed"),
    stays,
    // `on failure` runs there, too.
    ...(doesSomething(plan.onFailure) ? { first: say("first the same as when all is taken back") } : {}),
    steps: stepsOf(plan.onUndoFailure),
    untold: say("nobody is told that it is half undone"),
    ending: say("ends half undone"),
  };
  return [undone, halfUndone];
}

function stepsOf(handler: Handler | undefined): readonly Step[] {
  return handler?.steps ?? [];
}
