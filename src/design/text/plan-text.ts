/** Plans as text for a terminal: a tree of steps, each with what takes it back, and below it what follows a failure. */

import type { Drawing } from "../drawing.ts";
import type { Design, Plan } from "../model.ts";
import { type Outcome, outcomesOf } from "../outcomes.ts";
import { type RunOverlay, statesOf } from "../overlay.ts";
import { capital, plainText, readable, type Say, startText } from "../words.ts";
import { itemsOf } from "./plan-items.ts";
import { broken, type Item, type Painters, treeLines } from "./tree.ts";

export interface TextOptions {
  readonly say: Say;
  readonly detail: boolean;
  /** Columns that lines may take. */
  readonly width: number;
  readonly overlay?: RunOverlay;
  readonly paint: Painters;
}

export function designText({ file, plans }: Design, options: TextOptions): string {
  return plans.map((plan) => `${linesOf(plan, file, options).join("\n")}\n`).join("\n");
}

function linesOf(plan: Plan, file: string, { say, detail, width, overlay, paint }: TextOptions): readonly string[] {
  const states = overlay === undefined ? {} : { stateOf: statesOf(plan, overlay) };
  const drawing: Drawing = { say, detail, ...states, counter: { last: 0 }, isHandler: false };
  const steps = itemsOf(plan.steps, drawing);
  const run = overlay?.run === undefined ? "" : ` · ${say(`the run ${overlay.run}`)}`;
  const lines = [
    ...broken(capital(readable(plan.name)), "", width).map(paint.strong),
    ...broken(plan.goal === undefined ? "" : plainText(plan.goal, detail), "", width),
    ...broken(`${file}:${plan.lines.first}${run}`, "", width).map(paint.dim),
    ...plan.starts.flatMap((start) => broken(startText(start, say), "", width).map(paint.dim)),
    "",
    `● ${say("start")}`,
    ...steps.flatMap((item) => ["│", ...treeLines([item], "", true, width, paint)]),
    "│",
    `● ${paint.added(say("done"))}`,
  ];
  const items = outcomesOf(plan, say).map((each, _, all) => outcomeItem(each, all.length > 1, drawing));
  if (items.length === 0) return lines;
  const how = say("When a step fails, it is taken back, then those ahead of it, the last first.");
  return [...lines, "", ...broken(how, "", width).map(paint.warning), ...treeLines(items, "", false, width, paint)];
}

/** `isGate`: an undo can fail. */
function outcomeItem(
  { kind, known, stays, first, steps, untold, ending }: Outcome,
  isGate: boolean,
  drawing: Drawing,
): Item {
  const { say } = drawing;
  const items = itemsOf(steps, { ...drawing, isHandler: true });
  return {
    mark: "",
    text: kind === "undone" && isGate && !stays ? say("all is taken back") : known,
    look: "strong",
    items: [
      ...(first === undefined ? [] : [{ mark: "", text: first }]),
      ...(items.length > 0 ? items : [{ mark: "▲", text: untold, look: "error" } as const]),
      { mark: "●", text: ending },
    ],
  };
}
