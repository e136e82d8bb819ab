/** Each kind of step as a block. */

import type { Drawing } from "../drawing.ts";
import type { Step } from "../model.ts";
import { shownOf } from "../within.ts";
import { branchText, choiceText, parallelText } from "../words.ts";
import { type Block, cardBlock } from "./block.ts";
import { cardOf } from "./card.ts";
import { goalBlock } from "./goal-block.ts";
import { loopBlock } from "./loop-block.ts";
import { approveBlock, atomicBlock, codeBlock, endBlock, notifyBlock } from "./other-blocks.ts";
import { sequence } from "./sequence.ts";
import { bar, type Head, sideBySide } from "./side-by-side.ts";
import { labelSize, stepWidth } from "./sizes.ts";
import { subPlanBlock, taskBlock } from "./task-block.ts";

/** The steps below each other. */
export function stepsBlock(steps: readonly Step[], drawing: Drawing): Block {
  return sequence(blocksOf(steps, drawing));
}

/** Those that say nothing to a manager are left out. */
export function blocksOf(steps: readonly Step[], drawing: Drawing): readonly Block[] {
  return shownOf(steps, drawing.detail)
    .map((step) => blockOf(step, drawing))
    .filter(({ height }) => height > 0);
}

function blockOf(step: Step, drawing: Drawing): Block {
  switch (step.kind) {
    case "task":
      return taskBlock(step, drawing);
    case "plan":
      return subPlanBlock(step, drawing);
    case "notify":
      return notifyBlock(step, drawing);
    case "approve":
      return approveBlock(step, drawing);
    case "atomic":
      return atomicBlock(step, drawing);
    case "end":
      return endBlock(step, drawing);
    case "code":
      return codeBlock(step);
    case "choice":
      return choiceBlock(step, drawing);
    case "parallel":
      return parallelBlock(step, drawing);
    case "goal":
      return goalBlock(step, stepsBlock(step.steps, drawing), drawing);
    case "loop":
      return loopBlock(step, stepsBlock(step.steps, drawing), drawing);
  }
}

function choiceBlock(step: Step & { readonly kind: "choice" }, drawing: Drawing): Block {
  const { say } = drawing;
  const card = cardOf([{ text: choiceText(step, say), role: "title", most: 3 }], {
    shape: "question",
    tone: "ink",
    width: stepWidth,
    isCentred: true,
  });
  const lanes = step.branches.map((branch) => ({
    label: branchText(branch, say),
    block: stepsBlock(branch.steps, drawing),
  }));
  const full = lanes.filter(({ block }) => block.height > 0);
  const around = lanes.flatMap(({ label, block }) => (block.height > 0 ? [] : [label]));
  const head: Head = {
    height: card.height,
    busY: card.height / 2,
    right: stepWidth / 2,
    isBar: false,
    draw: (scene, x, y) => card.put(scene, x - stepWidth / 2, y),
  };
  if (full.length === 0) return cardBlock(card);
  return sideBySide(head, full, around.length === 0 ? undefined : around.join(", "));
}

function parallelBlock(step: Step & { readonly kind: "parallel" }, drawing: Drawing): Block {
  const blocks = step.branches.map((branch) => stepsBlock(branch, drawing)).filter(({ height }) => height > 0);
  if (blocks.length === 0) return sequence([]);
  const text = parallelText(step, drawing.say);
  const head: Head = {
    height: 5,
    busY: 5,
    right: 0,
    isBar: true,
    draw: (scene, x, y, last) => {
      bar(scene, x, last, y);
      scene.labels.push({ x: x + 12, y: y - 9, text, size: labelSize, tone: "muted", anchor: "start" });
    },
  };
  return sideBySide(
    head,
    blocks.map((block) => ({ label: "", block })),
    undefined,
  );
}
