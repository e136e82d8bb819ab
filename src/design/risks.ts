/** What a plan leaves open: where an undo can fail, a message can get lost, or nobody is told. */

import type { Handler, NotifyStep, Plan, Step } from "./model.ts";
import { allOf, type CallStep, callsIn, shownOf } from "./within.ts";

export interface Risk {
  readonly kind: /** The undo runs commands, which can fail as all commands can. */
    | "undo-can-fail"
    /** After it a failure cannot be taken back. */
    | "irreversible"
    /** Nobody is told of a failure. */
    | "failure-untold"
    /** Nobody is told of an undo that failed. */
    | "undo-failure-untold"
    /** Who is told may not hear of it. */
    | "message-can-get-lost";
  /** The task, or the roles; empty for the plan as a whole. */
  readonly of: string;
  readonly line: number;
}

export function risksOf(plan: Plan): readonly Risk[] {
  const { first } = plan.lines;
  const isUndone = allOf(plan.steps).some(canFail);
  return [
    ...callsIn(plan.steps).flatMap((step): readonly Risk[] => {
      const at = { of: step.name, line: step.lines.first };
      if (runsAnUndo(step)) return [{ kind: "undo-can-fail", ...at }];
      return staysDone(step) ? [{ kind: "irreversible", ...at }] : [];
    }),
    ...(isUndone && !tells(plan.onFailure) ? [{ kind: "failure-untold", of: "", line: first } as const] : []),
    ...(mayFailToUndo(plan) && !tells(plan.onUndoFailure)
      ? [{ kind: "undo-failure-untold", of: "", line: first } as const]
      : []),
    ...[plan.onFailure, plan.onUndoFailure].flatMap((handler) =>
      notifiesIn(handler).map(
        ({ roles, lines }) => ({ kind: "message-can-get-lost", of: roles.join(", "), line: lines.first }) as const,
      ),
    ),
  ];
}

/** Whether an undo of the plan runs code of its own. */
export function mayFailToUndo({ steps }: Plan): boolean {
  return callsIn(steps).some(runsAnUndo);
}

function runsAnUndo(step: CallStep): boolean {
  return step.kind === "plan" || step.takeBack.kind === "undo";
}

export function staysDone(step: CallStep): boolean {
  return step.kind === "task" && step.takeBack.kind === "irreversible";
}

/** By itself; what stands within it is asked on its own. */
export function canFail(step: Step): boolean {
  switch (step.kind) {
    case "choice":
    case "parallel":
    case "loop":
    case "goal":
    case "code":
      return false;
    case "end":
      return step.how === "failed";
    default:
      return true;
  }
}

/** Whether a handler has a step that is drawn for managers. */
export function doesSomething(handler: Handler | undefined): boolean {
  return shownOf(handler?.steps ?? [], false).length > 0;
}

function tells(handler: Handler | undefined): boolean {
  return notifiesIn(handler).length > 0;
}

function notifiesIn(handler: Handler | undefined): readonly NotifyStep[] {
  return allOf(handler?.steps ?? []).filter((step) => step.kind === "notify");
}
