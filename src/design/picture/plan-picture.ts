/** A whole plan as a scene: its steps, above them the question whether all is taken back, and at the right what follows. */

import type { Handler, Plan } from "../model.ts";
import { callsIn } from "../overlay.ts";
import { mayFailToUndo, staysDone } from "../risks.ts";
import type { Say } from "../words.ts";
import type { Block } from "./block.ts";
import { cardOf, pillOf, type SizedCard } from "./card.ts";
import type { Drawing } from "./drawing.ts";
import type { Scene } from "./scene.ts";
import { below, labelSize, railOffset, stepWidth, undoWidth } from "./sizes.ts";
import { stepsBlock } from "./step-blocks.ts";

/** Between the lanes and what is at their right. */
const gutter = 78;
/** Between what follows an undoing and what follows a failed one. */
const apart = 44;

export interface PlacedPlan {
  readonly right: number;
  readonly bottom: number;
}

/** Draws a plan from a corner on; the value says how far it reaches. */
export function drawPlan(scene: Scene, plan: Plan, left: number, top: number, drawing: Drawing): PlacedPlan {
  const { say } = drawing;
  const body = stepsBlock(plan.steps, drawing);
  const x = left + Math.max(stepWidth / 2, body.left);
  const start = pillOf(say("start"), "ink", "", stepWidth);
  const done = pillOf(say("done"), "good", "", stepWidth);
  const gate = body.emits && mayFailToUndo(plan) ? gateCard(say) : undefined;
  const rowHeight = Math.max(start.height, gate?.height ?? 0);
  const row = top + rowHeight / 2;
  start.put(scene, x - start.width / 2, row - start.height / 2);
  const bodyTop = top + rowHeight + below;
  body.draw(scene, x, bodyTop, false);
  line(scene, "goes", [x, row + start.height / 2], [x, bodyTop + (body.height > 0 ? body.enter : 0)]);
  const bodyBottom = bodyTop + body.height;
  if (!body.ends) {
    done.put(scene, x - done.width / 2, bodyBottom + below);
    if (body.height > 0) line(scene, "goes", [x, bodyTop + body.leave], [x, bodyBottom + below]);
  }
  const end = { right: x + Math.max(body.right, stepWidth / 2), bottom: bodyBottom + below + done.height };
  if (!body.emits) return end;
  const rail = x + railOffset;
  const gateBottom = gate === undefined ? row : row + gate.height / 2;
  gate?.put(scene, rail - undoWidth / 2, row - gate.height / 2);
  const outer = end.right + gutter;
  const exit = gate === undefined ? rail : rail + undoWidth / 2;
  if (gate === undefined) {
    scene.wires.push({
      kind: "back",
      points: [
        [rail, bodyTop + body.railOut],
        [rail, row],
        [outer, row],
      ],
      tip: true,
    });
  } else {
    line(scene, "back", [rail, bodyTop + body.railOut], [rail, gateBottom]);
    line(scene, "back", [exit, row - 10], [outer, row - 10]);
    scene.labels.push({ x: exit + 8, y: row - 17, text: say("yes"), size: labelSize, tone: "back", anchor: "start" });
  }
  const isWhole = !callsIn(plan.steps).some((step) => step.kind === "task" && staysDone(step));
  const before = isWhole ? say("everything is as before") : say("as before, but for what cannot be taken back");
  const undone = outcome(before, "back", plan.onFailure, say("ends as undone"), drawing);
  const entry = gate === undefined ? row : row - 10;
  const first = undone.draw(scene, outer, entry);
  if (gate === undefined) return reach(end, first);
  const failed = outcome(say("an undo failed"), "bad", plan.onUndoFailure, say("ends half undone"), drawing);
  const failedY = Math.max(first.bottom + apart, row + gate.height) + failed.half;
  const turn = end.right + gutter / 2;
  scene.wires.push({
    kind: "fails",
    points: [
      [exit, row + 12],
      [turn, row + 12],
      [turn, failedY],
      [outer, failedY],
    ],
    tip: true,
  });
  scene.labels.push({ x: exit + 8, y: row + 27, text: say("no"), size: labelSize, tone: "bad", anchor: "start" });
  return reach(reach(end, first), failed.draw(scene, outer, failedY));
}

function gateCard(say: Say): SizedCard {
  return cardOf([{ text: say("is all of it taken back?"), role: "title" }], {
    shape: "question",
    tone: "back",
    width: undoWidth,
    isCentred: true,
  });
}

interface Outcome {
  /** From its entry up to its top. */
  readonly half: number;
  /** From its left edge and the height of its entry. */
  readonly draw: (scene: Scene, left: number, entry: number) => PlacedPlan;
}

/** What is known then, what the handler does, and how the plan ends; without a handler, that nobody is told. */
function outcome(
  text: string,
  tone: "back" | "bad",
  handler: Handler | undefined,
  ending: string,
  drawing: Drawing,
): Outcome {
  const { say } = drawing;
  const state = cardOf([{ text, role: "title" }], { shape: "pill", tone, width: stepWidth, isCentred: true });
  const end = pillOf(
    ending,
    tone,
    tone === "bad" ? say("what is left is listed, to be done by hand") : say("the fault is reported"),
    stepWidth + 60,
  );
  const steps = stepsBlock(handler?.steps ?? [], { ...drawing, isHandler: true });
  const risk = cardOf([{ text: say("nobody is told"), role: "title" }], {
    shape: "risk",
    tone: "bad",
    width: stepWidth,
    icon: "warning",
  });
  return {
    half: state.height / 2,
    draw: (scene, left, entry) => {
      const x = left + Math.max(stepWidth / 2, steps.left, end.width / 2);
      if (x - stepWidth / 2 > left)
        line(scene, tone === "bad" ? "fails" : "back", [left, entry], [x - stepWidth / 2, entry]);
      let y = entry - state.height / 2;
      state.put(scene, x - stepWidth / 2, y);
      y += state.height;
      const next = (block: Pick<Block, "enter" | "leave" | "height">, put: (top: number) => void): void => {
        line(scene, "goes", [x, y], [x, y + below + block.enter]);
        put(y + below);
        y += below + block.leave;
      };
      if (steps.height > 0) next(steps, (top) => steps.draw(scene, x, top, false));
      else next({ enter: 0, leave: risk.height, height: 0 }, (top) => risk.put(scene, x - stepWidth / 2, top));
      if (!steps.ends)
        next({ enter: 0, leave: end.height, height: 0 }, (top) => end.put(scene, x - end.width / 2, top));
      return { right: x + Math.max(stepWidth / 2, steps.right, end.width / 2), bottom: y };
    },
  };
}

function reach(a: PlacedPlan, b: PlacedPlan): PlacedPlan {
  return { right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) };
}

function line(
  scene: Scene,
  kind: "goes" | "back" | "fails",
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  scene.wires.push({ kind, points: [from, to], tip: true });
}
