/** Steps that serve a goal, in a frame below it; those of a strategy likewise. */

import type { Drawing } from "../drawing.ts";
import type { GoalStep } from "../model.ts";
import { goalText } from "../words.ts";
import { type Block, cardBlock } from "./block.ts";
import { cardOf } from "./card.ts";
import { wire } from "./scene.ts";
import { below, stepWidth } from "./sizes.ts";

const padding = 14;
const foot = 14;

export function goalBlock(step: GoalStep, inner: Block, { say }: Drawing): Block {
  const isGoal = step.phase === undefined;
  const card = cardOf(
    [
      { text: say(isGoal ? "goal" : "strategy"), role: "note" },
      { text: goalText(step, say), role: "title", most: 3 },
    ],
    { shape: isGoal ? "loop" : "question", tone: "calm", width: stepWidth },
  );
  if (inner.height === 0) return cardBlock(card);
  const top = card.height + below;
  const height = top + inner.height + foot;
  const left = Math.max(inner.left, stepWidth / 2) + padding;
  const right = Math.max(inner.right, stepWidth / 2) + padding;
  return {
    ...inner,
    left,
    right,
    height,
    enter: 0,
    leave: height,
    railIn: top + inner.railIn,
    railOut: top + inner.railOut,
    draw: (scene, x, y, isFed) => {
      const frameTop = y + card.height / 2;
      scene.frames.push({ left: x - left, top: frameTop, width: left + right, height: height - card.height / 2 });
      card.put(scene, x - stepWidth / 2, y);
      inner.draw(scene, x, y + top, isFed);
      wire(scene, "goes", true, [x, y + card.height], [x, y + top + inner.enter]);
      if (!inner.ends) wire(scene, "goes", false, [x, y + top + inner.leave], [x, y + height]);
    },
  };
}
