/** Steps as items of a tree for a terminal. */

import type { Step } from "../model.ts";
import type { StateOf, TaskState } from "../overlay.ts";
import {
  approveText,
  atMostText,
  branchText,
  callText,
  choiceText,
  clauseWord,
  loopText,
  noteOf,
  notifyText,
  plainText,
  type Say,
  stateText,
  takeBackText,
  titleOf,
} from "../words.ts";
import type { Item, Look, Note } from "./tree.ts";

export interface Telling {
  readonly say: Say;
  readonly detail: boolean;
  readonly stateOf?: StateOf;
  /** The number of the last step that has one. */
  readonly counter: { last: number };
  readonly isHandler: boolean;
}

const stateLooks: Readonly<Record<TaskState, Look>> = {
  done: "added",
  running: "warning",
  failed: "error",
  undone: "warning",
  "undo-failed": "error",
  "not-reached": "dim",
};

export function itemsOf(steps: readonly Step[], telling: Telling): readonly Item[] {
  return steps.filter(({ kind }) => telling.detail || kind !== "code").map((step) => itemOf(step, telling));
}

function itemOf(step: Step, telling: Telling): Item {
  const { say, detail, isHandler } = telling;
  switch (step.kind) {
    case "task":
    case "plan":
      return calledItem(step, telling);
    case "atomic":
      return {
        mark: isHandler ? "■" : String(++telling.counter.last),
        text: step.words ?? say("change files, all or none"),
        notes: [
          { text: step.paths.join(", "), look: "dim" },
          { text: `← ${say("its files go back by themselves")}`, look: "warning" },
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
      return { mark: "", text: step.how === "done" ? say("ends here") : say("stops here") };
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
          const items = itemsOf(branch.steps, telling);
          const goesOn = items.length > 0 ? {} : { tail: { text: say("goes on"), look: "dim" } as const };
          return { mark: "", text: branchText(branch, say), look: "strong", ...goesOn, items };
        }),
      };
    case "parallel":
      return {
        mark: "═",
        text: step.words ?? say("at the same time"),
        items: step.branches.map((branch) => branchItem(itemsOf(branch, telling), say)),
      };
    case "loop":
      return {
        mark: "↻",
        text: `${loopText(step, say)}${step.variable === "" ? "" : `, ${atMostText(step.atMost, say)}`}`,
        items: itemsOf(step.steps, telling),
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

function calledItem(step: Step & { readonly kind: "task" | "plan" }, telling: Telling): Item {
  const { say, detail, isHandler } = telling;
  const state = telling.stateOf?.({ name: step.name, call: step.call, line: step.lines.first });
  const note = detail ? callText(step.name, step.arguments) : noteOf(step);
  return {
    mark: isHandler ? "■" : String(++telling.counter.last),
    text: titleOf(step, detail),
    ...(state === undefined ? {} : { tail: { text: stateText(state, say), look: stateLooks[state.state] } }),
    notes: [
      ...dim(note),
      ...(step.kind === "plan" ? dim(say("a plan of its own")) : detail ? details(step, say) : []),
      ...(isHandler ? [] : backNotes(step, telling)),
    ],
  };
}

function details(step: Step & { readonly kind: "task" }, say: Say): readonly Note[] {
  return [
    ...step.clauses.flatMap(({ kind, code }) => dim(`${clauseWord(kind, say)}: ${code.join("; ")}`)),
    ...dim(`${say("does")}: ${step.code.join("; ")}`),
  ];
}

function backNotes(step: Step & { readonly kind: "task" | "plan" }, { say, detail }: Telling): readonly Note[] {
  if (step.kind === "plan") return [{ text: `← ${say("take back all that it has done")}`, look: "warning" }];
  const { takeBack } = step;
  const text = takeBackText(takeBack, step.name, say);
  if (takeBack.kind === "irreversible") return [{ text: `▲ ${text}`, look: "error" }];
  const code = detail && takeBack.kind === "undo" ? `: ${takeBack.code.join("; ")}` : "";
  return [{ text: `← ${text}${code}`, look: takeBack.kind === "nothing" ? "dim" : "warning" }];
}

function dim(text: string): readonly Note[] {
  return text === "" ? [] : [{ text, look: "dim" }];
}
