/** Steps that are no task: messages, questions to people, files changed as one, ends. */

import type { Drawing } from "../drawing.ts";
import type { ApproveStep, AtomicStep, CodeStep, EndStep, NotifyStep } from "../model.ts";
import { approveText, atomicText, backText, endText, notifyText, plainText } from "../words.ts";
import { type Block, cardBlock, plainBlock } from "./block.ts";
import { cardOf, pillOf } from "./card.ts";
import { wire } from "./scene.ts";
import { beside, railOffset, railRoom, stepWidth, undoWidth } from "./sizes.ts";
import { codeOf, fails, linesText, undoCard, withUndo } from "./task-block.ts";

/** A message; in a handler with what follows where it does not arrive. */
export function notifyBlock(step: NotifyStep, drawing: Drawing): Block {
  const { say, detail, isHandler } = drawing;
  const card = cardOf(
    [
      { text: notifyText(step, say), role: "title" },
      { text: `"${plainText(step.message, detail)}"`, role: "note" },
      ...(detail ? [{ text: linesText(step, say), role: "note" } as const] : []),
    ],
    { shape: "message", tone: "calm", width: stepWidth, icon: "mail" },
  );
  if (!isHandler) return withUndo(card, undefined, drawing);
  const risk = cardOf([{ text: say("the message does not arrive: nobody is told"), role: "title" }], {
    shape: "risk",
    tone: "bad",
    width: undoWidth,
    icon: "warning",
  });
  const height = Math.max(card.height, risk.height);
  const middle = height / 2;
  return {
    ...plainBlock(stepWidth, height, (scene, x, y) => {
      card.put(scene, x - stepWidth / 2, y + middle - card.height / 2);
      risk.put(scene, x + stepWidth / 2 + beside, y + middle - risk.height / 2);
      fails(scene, x, y + middle, false, say("fails"));
    }),
    right: stepWidth / 2 + beside + undoWidth,
    enter: middle - card.height / 2,
    leave: middle + card.height / 2,
  };
}

/** Asked of a person: where the answer is no, or none comes, all is taken back. */
export function approveBlock(step: ApproveStep, drawing: Drawing): Block {
  const { say } = drawing;
  const limit =
    step.timeout === undefined ? [] : [{ text: `${say("time limit")}: ${step.timeout}`, role: "note" } as const];
  const card = cardOf(
    [
      { text: approveText(step, say), role: "title" },
      { text: `"${plainText(step.question, drawing.detail)}"`, role: "note" },
      ...limit,
    ],
    { shape: "question", tone: "calm", width: stepWidth, icon: "person" },
  );
  return withUndo(card, undefined, drawing, say("no"));
}

export function atomicBlock(step: AtomicStep, drawing: Drawing): Block {
  const { say, detail } = drawing;
  const card = cardOf(
    [
      { text: atomicText(step, say), role: "title" },
      { text: step.paths.join(", "), role: "note" },
      ...(detail ? codeOf(step.code, say) : []),
      ...(detail && step.confirm.length > 0
        ? [{ text: say("then confirms"), role: "label" } as const, ...codeOf(step.confirm, say)]
        : []),
      ...(detail ? [{ text: linesText(step, say), role: "note" } as const] : []),
    ],
    { shape: "task", tone: "ink", width: stepWidth, ...(drawing.isHandler ? {} : { number: ++drawing.counter.last }) },
  );
  return withUndo(card, undoCard(step, backText(step, say), { ...drawing, detail: false }), drawing);
}

/** `return` ends the plan well; `throw` and `exit` take back. */
export function endBlock(step: EndStep, { say, detail, isHandler }: Drawing): Block {
  const isDone = step.how === "done";
  const card = pillOf(endText(step, say), isDone ? "good" : "bad", detail ? step.code : "", stepWidth);
  const middle = card.height / 2;
  const block = plainBlock(
    card.width,
    card.height,
    (scene, x, y) => {
      card.put(scene, x - card.width / 2, y);
      if (isDone || isHandler) return;
      wire(scene, "fails", false, [x + card.width / 2, y + middle], [x + railOffset, y + middle]);
      scene.dots.push({ x: x + railOffset, y: y + middle, kind: "back" });
    },
    true,
  );
  if (isDone || isHandler) return block;
  return { ...block, right: railRoom, emits: true, railIn: middle, railOut: middle };
}

/** Statements that are no step, for engineers. */
export function codeBlock(step: CodeStep): Block {
  const card = cardOf(
    step.code.map((text) => ({ text, role: "code", most: 3, tone: "muted" }) as const),
    { shape: "code", tone: "muted", width: stepWidth },
  );
  return cardBlock(card);
}
