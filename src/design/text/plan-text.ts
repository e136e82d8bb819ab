/** Plans as text for a terminal: a tree of steps, each with what takes it back, and below it what follows a failure. */

import { textWidth, wrapped } from "../../charts/index.ts";
import { displayWidth } from "../../text/index.ts";
import type { Design, Handler, Plan, Step } from "../model.ts";
import { type RunOverlay, type StateOf, statesOf, type TaskState } from "../overlay.ts";
import { mayFailToUndo } from "../risks.ts";
import {
  approveText,
  atMostText,
  branchText,
  callText,
  capital,
  choiceText,
  clauseWord,
  loopText,
  noteOf,
  notifyText,
  plainText,
  readable,
  type Say,
  startText,
  stateText,
  takeBackText,
  titleOf,
} from "../words.ts";

export interface TextOptions {
  readonly say: Say;
  readonly detail: boolean;
  /** Columns that lines may take. */
  readonly width: number;
  readonly overlay?: RunOverlay;
  readonly paint: { readonly [K in "strong" | "dim" | "error" | "warning" | "added"]: (text: string) => string };
}

/** A size in which a column is as wide as a pixel: pictures and terminals break lines alike. */
const column = 1 / textWidth("m", 1);
const narrowest = 24;

type Look = "plain" | keyof TextOptions["paint"];

interface Writer extends TextOptions {
  readonly lines: string[];
  readonly stateOf?: StateOf;
  readonly counter: { last: number };
  readonly isHandler: boolean;
}

export function designText({ file, plans }: Design, options: TextOptions): string {
  return plans
    .map((plan) => {
      const states = options.overlay === undefined ? {} : { stateOf: statesOf(plan, options.overlay) };
      const w: Writer = { ...options, ...states, lines: [], counter: { last: 0 }, isHandler: false };
      writePlan(w, plan, file);
      return `${w.lines.join("\n")}\n`;
    })
    .join("\n");
}

function writePlan(w: Writer, plan: Plan, file: string): void {
  const { say, paint, detail } = w;
  put(w, "", capital(readable(plan.name)), "strong");
  if (plan.goal !== undefined) put(w, "", plainText(plan.goal, detail));
  put(
    w,
    "",
    `${file}:${plan.lines.first}${w.overlay?.run === undefined ? "" : ` · ${say("run")} ${w.overlay.run}`}`,
    "dim",
  );
  for (const start of plan.starts) put(w, "", startText(start, say), "dim");
  w.lines.push("", `● ${say("start")}`);
  writeSteps(w, plan.steps, "");
  w.lines.push("│", `● ${paint.added(say("done"))}`, "");
  const isGate = mayFailToUndo(plan);
  w.lines.push(paint.warning(say("When a step fails, it is taken back, then those ahead of it, the last first.")));
  outcome(
    w,
    isGate ? `${say("all is taken back")}` : say("everything is as before"),
    plan.onFailure,
    say("nobody is told"),
    say("ends as undone"),
  );
  if (isGate)
    outcome(
      w,
      say("an undo failed"),
      plan.onUndoFailure,
      say("nobody is told that it is half undone"),
      say("ends half undone"),
    );
}

function outcome(w: Writer, title: string, handler: Handler | undefined, untold: string, ending: string): void {
  w.lines.push("│", `├─ ${title}`);
  const inner = { ...w, isHandler: true };
  if (handler?.steps.some(({ kind }) => kind !== "code" || w.detail)) writeSteps(inner, handler.steps, "│  ");
  else put(w, "│  └─ ", `▲ ${untold}`, "error");
  w.lines.push(`│  ● ${ending}`);
}

function writeSteps(w: Writer, steps: readonly Step[], ahead: string): void {
  for (const step of steps) if (w.detail || step.kind !== "code") writeStep(w, step, ahead);
}

function writeStep(w: Writer, step: Step, ahead: string): void {
  const { say, detail, paint } = w;
  const deeper = `${ahead}│     `;
  const lead = `${ahead}├─ `;
  const number = (): string => (w.isHandler ? "■" : String(++w.counter.last));
  if (!w.isHandler && ahead === "") w.lines.push("│");
  switch (step.kind) {
    case "task":
    case "plan": {
      const state = w.stateOf?.({ name: step.name, call: step.call, line: step.lines.first });
      const shown = state === undefined ? "" : `  ${painted(w, state.state, stateText(state, say))}`;
      put(w, `${lead}${paint.strong(number())}  `, titleOf(step, detail), "plain", shown);
      const note = detail ? callText(step.name, step.arguments) : noteOf(step);
      if (note !== "") put(w, deeper, note, "dim");
      if (step.kind === "plan") put(w, deeper, say("a plan of its own"), "dim");
      if (step.kind === "task" && detail) {
        for (const { kind, code } of step.clauses)
          put(w, deeper, `${clauseWord(kind, say)}: ${code.join("; ")}`, "dim");
        put(w, deeper, `${say("does")}: ${step.code.join("; ")}`, "dim");
      }
      if (w.isHandler) return;
      const takeBack =
        step.kind === "plan" ? say("take back all that it has done") : takeBackText(step.takeBack, step.name, say);
      const isOpen = step.kind === "task" && step.takeBack.kind === "irreversible";
      put(w, deeper, isOpen ? `▲ ${takeBack}` : `← ${takeBack}`, isOpen ? "error" : "warning");
      if (detail && step.kind === "task" && step.takeBack.kind === "undo")
        put(w, `${deeper}  `, step.takeBack.code.join("; "), "dim");
      return;
    }
    case "atomic":
      put(w, `${lead}${paint.strong(number())}  `, step.words ?? say("change files, all or none"));
      put(w, deeper, step.paths.join(", "), "dim");
      put(w, deeper, `← ${say("its files go back by themselves")}`, "warning");
      return;
    case "notify":
      put(w, `${lead}◆  `, `${notifyText(step, say)}: "${plainText(step.message, detail)}"`);
      if (w.isHandler) put(w, deeper, `▲ ${say("the message does not arrive: nobody is told")}`, "error");
      return;
    case "approve":
      put(
        w,
        `${lead}?  `,
        `${approveText(step, say)}: "${plainText(step.question, detail)}"`,
        "plain",
        step.timeout === undefined ? "" : `  ${say("time limit")}: ${step.timeout}`,
      );
      return;
    case "end":
      put(w, lead, step.how === "done" ? say("ends here") : say("stops here"));
      return;
    case "code":
      for (const line of step.code) put(w, lead, line, "dim");
      return;
    case "choice":
      put(w, `${lead}◇  `, choiceText(step, say));
      for (const branch of step.branches) {
        put(w, `${ahead}│  ├─ `, branchText(branch, say), "strong");
        writeSteps({ ...w }, branch.steps, `${ahead}│  │  `);
      }
      return;
    case "parallel":
      put(w, `${lead}═  `, step.words ?? say("at the same time"));
      for (const branch of step.branches) {
        w.lines.push(`${ahead}│  ╞═`);
        writeSteps(w, branch, `${ahead}│  │  `);
      }
      return;
    case "loop":
      put(
        w,
        `${lead}↻  `,
        loopText(step, say),
        "plain",
        step.variable === "" ? "" : `, ${atMostText(step.atMost, say)}`,
      );
      writeSteps(w, step.steps, `${ahead}│  `);
      return;
  }
}

function painted({ paint }: Writer, state: TaskState, text: string): string {
  switch (state) {
    case "done":
      return paint.added(text);
    case "failed":
    case "undo-failed":
      return paint.error(text);
    case "undone":
    case "running":
      return paint.warning(text);
    case "not-reached":
      return paint.dim(text);
  }
}

/** A text behind what leads to it; where it needs more lines, they hang below its beginning. `tail` stands behind the last one. */
function put(w: Writer, ahead: string, text: string, look: Look = "plain", tail = ""): void {
  const taken = displayWidth(ahead.replace(/\u001b\[[\d;]*m/g, ""));
  const lines = wrapped(text, column, Math.max(narrowest, w.width - taken), Number.POSITIVE_INFINITY);
  const hang = `${ahead
    .replace(/\u001b\[[\d;]*m/g, "")
    .replace(/├/g, "│")
    .replace(/[^│╞ ]/g, " ")
    .replace("╞", "│")}`;
  const paint = look === "plain" ? (line: string): string => line : w.paint[look];
  for (const [at, line] of (lines.length === 0 ? [""] : lines).entries())
    w.lines.push(`${at === 0 ? ahead : hang}${paint(line)}${at >= lines.length - 1 ? tail : ""}`);
}
