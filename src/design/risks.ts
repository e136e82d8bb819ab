/** What a plan leaves open: where an undo can fail, a message can get lost, or nobody is told. */

import type { Handler, Plan, Step, TaskStep } from "./model.ts";
import { callsIn } from "./overlay.ts";

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
  const isUndone = plan.steps.some(canFail);
  return [
    ...callsIn(plan.steps).flatMap((step): readonly Risk[] => {
      const at = { of: step.name, line: step.lines.first };
      if (step.kind === "plan" || step.takeBack.kind === "undo") return [{ kind: "undo-can-fail", ...at }];
      return step.takeBack.kind === "irreversible" ? [{ kind: "irreversible", ...at }] : [];
    }),
    ...(isUndone && !tells(plan.onFailure) ? [{ kind: "failure-untold", of: "", line: first } as const] : []),
    ...(mayFailToUndo(plan) && !tells(plan.onUndoFailure)
      ? [{ kind: "undo-failure-untold", of: "", line: first } as const]
      : []),
    ...[plan.onFailure, plan.onUndoFailure].flatMap((handler) =>
      notifiesIn(handler?.steps ?? []).map(
        ({ roles, lines }) => ({ kind: "message-can-get-lost", of: roles.join(", "), line: lines.first }) as const,
      ),
    ),
  ];
}

/** Whether an undo of the plan runs code of its own. */
export function mayFailToUndo({ steps }: Plan): boolean {
  return callsIn(steps).some((step) => step.kind === "plan" || step.takeBack.kind === "undo");
}

export function staysDone({ takeBack }: TaskStep): boolean {
  return takeBack.kind === "irreversible";
}

function canFail(step: Step): boolean {
  if (step.kind === "choice") return step.branches.some((branch) => branch.steps.some(canFail));
  if (step.kind === "parallel") return step.branches.some((branch) => branch.some(canFail));
  if (step.kind === "loop") return step.steps.some(canFail);
  if (step.kind === "end") return step.how === "failed";
  return step.kind !== "code";
}

/** Whether a handler has a step that is drawn for managers. */
export function doesSomething(handler: Handler | undefined): boolean {
  return handler?.steps.some(({ kind }) => kind !== "code") === true;
}

function tells(handler: Handler | undefined): boolean {
  return handler !== undefined && notifiesIn(handler.steps).length > 0;
}

function notifiesIn(steps: readonly Step[]): readonly (Step & { readonly kind: "notify" })[] {
  return steps.flatMap((step) => {
    if (step.kind === "notify") return [step];
    if (step.kind === "choice") return step.branches.flatMap((branch) => notifiesIn(branch.steps));
    if (step.kind === "parallel") return step.branches.flatMap((branch) => notifiesIn(branch));
    return step.kind === "loop" ? notifiesIn(step.steps) : [];
  });
}
