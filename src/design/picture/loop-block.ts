/** Steps that are done again and again, in a frame with an arrow back. */

import type { Drawing } from "../drawing.ts";
import type { LoopStep } from "../model.ts";
import { atMostText, loopText } from "../words.ts";
import { type Block, cardBlock } from "./block.ts";
import { cardOf } from "./card.ts";
import { wire } from "./scene.ts";
import { below, stepWidth } from "./sizes.ts";

const padding = 30;
/** Of the loop's arrow from the frame's edge. */
const inset = 13;
const foot = 34;

export function loopBlock(step: LoopStep, inner: Block, { say }: Drawing): Block {
  const card = cardOf(
    [
      { text: loopText(step, say), role: "title", most: 3 },
      ...(step.variable === "" ? [] : [{ text: atMostText(step.atMost, say), role: "note" } as const]),
    ],
    { shape: "loop", tone: "ink", width: stepWidth, icon: "loop" },
  );
  if (inner.height === 0) return cardBlock(card);
  const top = card.height + below;
  const height = top + inner.height + foot;
  const left = Math.max(inner.left, stepWidth / 2) + padding;
  const right = Math.max(inner.right, stepWidth / 2) + padding - 12;
  return {
    ...inner,
    left,
    right,
    height,
    enter: 0,
    leave: height,
    railIn: top + inner.railIn,
    railOut: top + inner.railOut,
    ends: false,
    draw: (scene, x, y, isFed) => {
      const frameTop = y + card.height / 2;
      scene.frames.push({ left: x - left, top: frameTop, width: left + right, height: height - card.height / 2 });
      card.put(scene, x - stepWidth / 2, y);
      inner.draw(scene, x, y + top, isFed);
      const bottom = y + height - 17;
      wire(scene, "goes", true, [x, y + card.height], [x, y + top + inner.enter]);
      if (inner.ends) return;
      wire(scene, "goes", false, [x, y + top + inner.leave], [x, y + height]);
      wire(
        scene,
        "goes",
        true,
        [x, bottom],
        [x - left + inset, bottom],
        [x - left + inset, y + card.height - 12],
        [x - stepWidth / 2, y + card.height - 12],
      );
    },
  };
}
