/** What is said of steps, in the reader's language; names, goals and code are the script's own. */

import { durationText } from "../records/index.ts";
import type {
  ApproveStep,
  Argument,
  AtomicStep,
  Branch,
  ChoiceStep,
  Clause,
  EndStep,
  GoalStep,
  LoopStep,
  NotifyStep,
  ParallelStep,
  Start,
  SubPlanStep,
  TakeBack,
  TaskStep,
} from "./model.ts";
import type { BoxState, TaskState } from "./overlay.ts";

/** English into the reader's language. */
export type Say = (text: string) => string;

/** A text with holes as managers read it: a name in its place, "…" for what is computed. */
export function plainText(text: string, detail: boolean): string {
  if (detail) return text;
  return text.replace(/\$\{(\w+)\}|\$(\w+)|\$\{[^}]*\}|\$\([^)]*\)/g, (_, a?: string, b?: string) => {
    const name = a ?? b;
    return name === undefined ? "…" : `‹${readable(name)}›`;
  });
}

/** "copy_to_ram" and "copyToRam" as "copy to ram". */
export function readable(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[_.]+/g, " ")
    .trim()
    .toLowerCase();
}

/** The goal, or else the readable name. */
export function titleOf({ goal, name }: TaskStep | SubPlanStep, detail: boolean): string {
  return goal === undefined ? capital(readable(name)) : plainText(goal, detail);
}

/** "copy to ram (ram)" below a goal; of what has no goal only what it is given. */
export function noteOf(step: TaskStep | SubPlanStep): string {
  const values = step.arguments.flatMap(({ value }) => value ?? []);
  const given = values.length === 0 ? "" : `(${values.join(", ")})`;
  return step.goal === undefined ? given : `${readable(step.name)} ${given}`.trim();
}

/** `copy_to_ram(from)`. */
export function callText(name: string, words: readonly Argument[]): string {
  return `${name}(${words.map(({ text }) => text).join(", ")})`;
}

/** What takes a step back, once it is done. */
export function backText(step: TaskStep | SubPlanStep | AtomicStep, say: Say): string {
  switch (step.kind) {
    case "task":
      return takeBackText(step.takeBack, step.name, say);
    case "plan":
      return say("take back all that it has done");
    case "atomic":
      return takeBackText(step, "", say);
  }
}

function takeBackText(takeBack: TakeBack, name: string, say: Say): string {
  switch (takeBack.kind) {
    case "undo":
      return takeBack.words ?? `${say("take back")}: ${readable(name)}`;
    case "atomic":
      return say("its files go back by themselves");
    case "irreversible":
      return `${say("cannot be taken back")}: ${takeBack.why}`;
    case "nothing":
      return say("nothing to take back");
  }
}

export function clauseWord(kind: Clause["kind"], say: Say): string {
  switch (kind) {
    case "pre":
      return say("ahead of it");
    case "post":
      return say("behind it");
    case "within":
      return say("expected within");
    case "timeout":
      return say("time limit");
    case "retry":
      return say("tries again");
    case "remember":
      return say("remembers");
  }
}

/** "Tell teacher, operator". */
export function notifyText({ roles }: NotifyStep, say: Say): string {
  return say(`Tell ${roles.join(", ")}`);
}

export function approveText({ role }: ApproveStep, say: Say): string {
  return say(`Ask ${role}`);
}

export function choiceText({ words, asks }: ChoiceStep, say: Say): string {
  return words ?? (asks === undefined ? say("which of these?") : `${asks} ?`);
}

export function branchText({ on, code }: Branch, say: Say): string {
  return on === "code" ? code : say(on);
}

export function atomicText({ words }: AtomicStep, say: Say): string {
  return words ?? say("change files, all or none");
}

export function parallelText({ words }: ParallelStep, say: Say): string {
  return words ?? say("at the same time");
}

/** A goal, or what a strategy says; else when it is run. */
export function goalText({ text, phase }: GoalStep, say: Say): string {
  if (text !== "" || phase === undefined) return text;
  return say({ pre: "first", concurrent: "at the same time", post: "afterwards" }[phase]);
}

export function endText({ how }: EndStep, say: Say): string {
  return how === "done" ? say("ends here") : say("stops here");
}

/** "for each host of hosts". */
export function loopText({ words, variable, over, code }: LoopStep, say: Say): string {
  return words ?? code ?? say(`for each ${variable} of ${over}`);
}

export function atMostText(atMost: string | undefined, say: Say): string {
  return atMost === undefined ? say("as many as there are") : say(`at most ${atMost}`);
}

/** "for each host of hosts, at most 10". */
export function boundLoopText(step: LoopStep, say: Say): string {
  return `${loopText(step, say)}${step.variable === "" ? "" : `, ${atMostText(step.atMost, say)}`}`;
}

export function startText(start: Start, say: Say): string {
  if (start.kind === "context")
    return `${say("only in")}: ${start.name}${start.schedule === "" ? "" : ` (${start.schedule})`}`;
  const most = start.atMost === "" ? "" : ` (${say(`at most ${start.atMost}`)})`;
  return `${say("starts when")}: ${start.words ?? start.condition}${most}`;
}

/** "done in 3.2 s, 4 times". */
export function stateText({ state, milliseconds, times, isTakenBack }: BoxState, say: Say): string {
  const words: Readonly<Record<TaskState, string>> = {
    done: say("done"),
    running: say("is running"),
    failed: say("failed"),
    undone: say("taken back"),
    "undo-failed": say("could not be taken back"),
    "not-reached": say("not reached"),
  };
  if (state === "not-reached") return words[state];
  const back = state === "failed" && isTakenBack ? ` · ${words.undone}` : "";
  return `${words[state]} · ${durationText(milliseconds)}${times > 1 ? ` · ×${times}` : ""}${back}`;
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
