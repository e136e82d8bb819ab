/** A whole plan as a scene: its steps, above them the question whether all is taken back, and at the right what follows. */

import type { Drawing } from "../drawing.ts";
import type { Plan } from "../model.ts";
import { type Outcome, outcomesOf } from "../outcomes.ts";
import type { Say } from "../words.ts";
import { cardBlock } from "./block.ts";
import { cardOf, pillOf, type SizedCard } from "./card.ts";
import { folded } from "./folded.ts";
import { type Scene, wire } from "./scene.ts";
import { sequence } from "./sequence.ts";
import { below, labelSize, railOffset, stepWidth, undoWidth } from "./sizes.ts";
import { blocksOf, stepsBlock } from "./step-blocks.ts";

/** Between the lanes and what is at their right. */
const gutter = 96;
/** From the height of the question to the top of what follows it: two lines of text. */
const outcomeHalf = 42;
/** Between what follows an undoing and what follows a failed one. */
const apart = 44;

export interface PlacedPlan {
  readonly right: number;
  readonly bottom: number;
}

/** Draws a plan from a corner on; the value says how far it reaches. */
export function drawPlan(scene: Scene, plan: Plan, left: number, top: number, drawing: Drawing): PlacedPlan {
  const { say } = drawing;
  const body = folded(blocksOf(plan.steps, drawing));
  const x = left + Math.max(stepWidth / 2, body.left);
  const start = pillOf(say("start"), "ink", "", stepWidth);
  const done = pillOf(say("done"), "good", "", stepWidth);
  const [undone, halfUndone] = outcomesOf(plan, say);
  const gate = halfUndone === undefined ? undefined : gateCard(say);
  const rowHeight = Math.max(start.height, gate?.height ?? 0);
  const row = top + Math.max(rowHeight / 2, undone === undefined ? 0 : outcomeHalf);
  start.put(scene, x - start.width / 2, row - start.height / 2);
  const bodyTop = row + rowHeight / 2 + below;
  body.draw(scene, x, bodyTop, false);
  wire(scene, "goes", true, [x, row + start.height / 2], [x, bodyTop + (body.height > 0 ? body.enter : 0)]);
  const bodyBottom = bodyTop + body.height;
  if (!body.ends) {
    const endX = x + body.shift;
    const doneTop = bodyTop + (body.height > 0 ? body.leave + below : 0);
    done.put(scene, endX - done.width / 2, doneTop);
    if (body.height > 0) wire(scene, "goes", true, [endX, bodyTop + body.leave], [endX, doneTop]);
  }
  const end = {
    right: x + Math.max(body.right, stepWidth / 2),
    bottom: bodyBottom + (body.ends ? 0 : below + done.height),
  };
  if (undone === undefined) return end;
  const rail = x + railOffset;
  if (gate === undefined) wire(scene, "back", false, [rail, bodyTop + body.railOut], [rail, row]);
  else {
    gate.put(scene, rail - undoWidth / 2, row - gate.height / 2);
    wire(scene, "back", true, [rail, bodyTop + body.railOut], [rail, row + gate.height / 2]);
  }
  const placed = {
    undone: outcomeBlock(undone, drawing),
    failed: halfUndone === undefined ? undefined : outcomeBlock(halfUndone, drawing),
  };
  return reach(end, drawOutcomes(scene, placed, { row, rail, top, gateHeight: gate?.height }, say));
}

interface Exit {
  /** The height of the question, and the line of undoing. */
  readonly row: number;
  readonly rail: number;
  readonly top: number;
  /** Of the question; undefined where no undo can fail. */
  readonly gateHeight: number | undefined;
}

/** At the right of everything that stands beside them: what follows when all is taken back, and below it, when not. */
function drawOutcomes(
  scene: Scene,
  { undone, failed }: { readonly undone: OutcomeBlock; readonly failed: OutcomeBlock | undefined },
  { row, rail, top, gateHeight }: Exit,
  say: Say,
): PlacedPlan {
  const entry = gateHeight === undefined ? row : row - 10;
  const undoneBottom = entry - undone.half + undone.height;
  const failedEntry = Math.max(undoneBottom + apart, row + (gateHeight ?? 0)) + (failed?.half ?? 0);
  const bottom = failed === undefined ? undoneBottom : failedEntry - failed.half + failed.height;
  const free = rightOf(scene, top, bottom + 8);
  const x = free + gutter + Math.max(stepWidth / 2, undone.left, failed?.left ?? 0);
  undone.draw(scene, x, entry);
  const exit = rail + (gateHeight === undefined ? 0 : undoWidth / 2);
  wire(scene, "back", true, [exit, entry], [x - stepWidth / 2, entry]);
  const right = x + Math.max(undone.right, failed?.right ?? 0);
  if (failed === undefined) return { right, bottom };
  const turn = free + gutter * 0.6;
  failed.draw(scene, x, failedEntry);
  wire(
    scene,
    "fails",
    true,
    [exit - 3, row + 12],
    [turn, row + 12],
    [turn, failedEntry],
    [x - stepWidth / 2, failedEntry],
  );
  scene.labels.push({ x: exit + 8, y: entry - 7, text: say("yes"), size: labelSize, tone: "back", anchor: "start" });
  scene.labels.push({ x: exit + 8, y: row + 27, text: say("no"), size: labelSize, tone: "bad", anchor: "start" });
  return { right, bottom };
}

/** How far to the right the scene reaches between two heights. */
function rightOf(scene: Scene, top: number, bottom: number): number {
  const boxes = [...scene.cards, ...scene.frames, ...scene.bars].filter(
    (box) => box.top < bottom && box.top + box.height > top,
  );
  const wires = scene.wires.flatMap(({ points }) => {
    const heights = points.map(([, y]) => y);
    return Math.min(...heights) < bottom && Math.max(...heights) > top ? points.map(([x]) => x) : [];
  });
  return Math.max(0, ...boxes.map(({ left, width }) => left + width), ...wires);
}

function gateCard(say: Say): SizedCard {
  return cardOf([{ text: say("is all of it taken back?"), role: "title" }], {
    shape: "question",
    tone: "back",
    width: undoWidth,
    isCentred: true,
  });
}

interface OutcomeBlock {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** From its top to its entry. */
  readonly half: number;
  readonly draw: (scene: Scene, x: number, entry: number) => void;
}

/** What is known then, what the handler does, and how the plan ends; without a handler, that nobody is told. */
function outcomeBlock({ kind, known, first, steps, untold, ending }: Outcome, drawing: Drawing): OutcomeBlock {
  const { say } = drawing;
  const width = stepWidth;
  const tone = kind === "undone" ? "back" : "bad";
  const state = cardOf([{ text: known, role: "title" }], { shape: "pill", tone, width, isCentred: true });
  const next = kind === "undone" ? say("the fault is reported") : say("what is left is listed, to be done by hand");
  const told = stepsBlock(steps, { ...drawing, isHandler: true });
  const risk = cardOf([{ text: untold, role: "title" }], { shape: "risk", tone: "bad", width, icon: "warning" });
  const all = sequence([
    cardBlock(state),
    ...(first === undefined
      ? []
      : [cardBlock(cardOf([{ text: first, role: "note" }], { shape: "message", tone: "calm", width }))]),
    told.height > 0 ? told : cardBlock(risk),
    ...(told.ends ? [] : [cardBlock(pillOf(ending, tone, next, stepWidth + 60))]),
  ]);
  const half = state.height / 2;
  return { ...all, half, draw: (scene, x, entry) => all.draw(scene, x, entry - half, false) };
}

function reach(a: PlacedPlan, b: PlacedPlan): PlacedPlan {
  return { right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) };
}
