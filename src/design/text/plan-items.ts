/** Steps as items of a tree for a terminal. */

import type { Drawing } from "../drawing.ts";
import type { Step } from "../model.ts";
import type { TaskState } from "../overlay.ts";
import { shownOf } from "../within.ts";
import {
  approveText,
  atomicText,
  backText,
  boundLoopText,
  branchText,
  callText,
  choiceText,
  clauseWord,
  endText,
  goalText,
  noteOf,
  notifyText,
  parallelText,
  plainText,
  type Say,
  stateText,
  titleOf,
} from "../words.ts";
import type { Item, Look, Note } from "./tree.ts";

const stateLooks: Readonly<Record<TaskState, Look>> = {
  done: "added",
  running: "warning",
  failed: "error",
  undone: "warning",
  "undo-failed": "error",
  "not-reached": "dim",
};

export function itemsOf(steps: readonly Step[], drawing: Drawing): readonly Item[] {
  return shownOf(steps, drawing.detail).map((step) => itemOf(step, drawing));
}

function itemOf(step: Step, drawing: Drawing): Item {
  const { say, detail, isHandler } = drawing;
  switch (step.kind) {
    case "task":
    case "plan":
      return calledItem(step, drawing);
    case "atomic":
      return {
        mark: isHandler ? "■" : String(++drawing.counter.last),
        text: atomicText(step, say),
        notes: [
          { text: step.paths.join(", "), look: "dim" },
          { text: `← ${backText(step, say)}`, look: "warning" },
        ],
      };
    case "notify":
      return {
        mark: "◆",
        text: `${notifyText(step, say)}: "${plainText(step.message, detail)}"`,
        notes: isHandler ? [{ text: `▲ ${say("the message does not arrive: nobody is told")}`, look: "error" }] : [],
      };
    case "approve":
      return {
        mark: "?",
        text: `${approveText(step, say)}: "${plainText(step.question, detail)}"`,
        notes: step.timeout === undefined ? [] : [{ text: `${say("time limit")}: ${step.timeout}`, look: "dim" }],
      };
    case "end":
      return { mark: "", text: endText(step, say) };
    case "code":
      return {
        mark: "",
        text: step.code[0] ?? "",
        look: "dim",
        notes: step.code.slice(1).map((text) => ({ text, look: "dim" })),
      };
    case "choice":
      return {
        mark: "◇",
        text: choiceText(step, say),
        items: step.branches.map((branch) => {
          const items = itemsOf(branch.steps, drawing);
          const goesOn = items.length > 0 ? {} : { tail: { text: say("goes on"), look: "dim" } as const };
          return { mark: "", text: branchText(branch, say), look: "strong", ...goesOn, items };
        }),
      };
    case "parallel":
      return {
        mark: "═",
        text: parallelText(step, say),
        items: step.branches.map((branch) => branchItem(itemsOf(branch, drawing), say)),
      };
    case "goal":
      return {
        mark: step.phase === undefined ? "◎" : "▱",
        text: goalText(step, say),
        look: "strong",
        items: itemsOf(step.steps, drawing),
      };
    case "loop":
      return {
        mark: "↻",
        text: boundLoopText(step, say),
        items: itemsOf(step.steps, drawing),
      };
  }
}

/** A branch of one step is that step. */
function branchItem(items: readonly Item[], say: Say): Item {
  const [first] = items;
  return first !== undefined && items.length === 1
    ? first
    : { mark: "", text: say("one after the other"), look: "dim", items };
}

function calledItem(step: Step & { readonly kind: "task" | "plan" }, drawing: Drawing): Item {
  const { say, detail, isHandler } = drawing;
  const state = drawing.stateOf?.({ name: step.name, call: step.call, line: step.lines.first });
  const note = detail ? callText(step.name, step.arguments) : noteOf(step);
  return {
    mark: isHandler ? "■" : String(++drawing.counter.last),
    text: titleOf(step, detail),
    ...(state === undefined ? {} : { tail: { text: stateText(state, say), look: stateLooks[state.state] } }),
    notes: [
      ...dim(note),
      ...(step.kind === "plan" ? dim(say("a plan of its own")) : detail ? details(step, say) : []),
      ...(isHandler ? [] : backNotes(step, drawing)),
    ],
  };
}

function details(step: Step & { readonly kind: "task" }, say: Say): readonly Note[] {
  return [
    ...step.clauses.flatMap(({ kind, code }) => dim(`${clauseWord(kind, say)}: ${code.join("; ")}`)),
    ...dim(`${say("does")}: ${step.code.join("; ")}`),
  ];
}

function backNotes(step: Step & { readonly kind: "task" | "plan" }, { say, detail }: Drawing): readonly Note[] {
  const text = backText(step, say);
  if (step.kind === "plan") return [{ text: `← ${text}`, look: "warning" }];
  const { takeBack } = step;
  if (takeBack.kind === "irreversible") return [{ text: `▲ ${text}`, look: "error" }];
  const code = detail && takeBack.kind === "undo" ? `: ${takeBack.code.join("; ")}` : "";
  return [{ text: `← ${text}${code}`, look: takeBack.kind === "nothing" ? "dim" : "warning" }];
}

function dim(text: string): readonly Note[] {
  return text === "" ? [] : [{ text, look: "dim" }];
}
