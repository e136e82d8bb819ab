/** Blocks below each other: the main line goes down through them, the line of undoing up. */

import type { Block } from "./block.ts";
import { type Scene, wire } from "./scene.ts";
import { below, railOffset, railRoom } from "./sizes.ts";

/** One block of several. */
export function sequence(blocks: readonly Block[]): Block {
  const tops: number[] = [];
  let height = 0;
  for (const [at, block] of blocks.entries()) {
    if (at > 0) height += below;
    tops.push(height);
    height += block.height;
  }
  const at = (index: number): number => tops[index] ?? 0;
  const first = blocks.findIndex(({ emits }) => emits);
  const last = blocks.findLastIndex(({ emits }) => emits);
  const emits = first !== -1;
  return {
    left: Math.max(0, ...blocks.map(({ left }) => left)),
    right: Math.max(0, emits ? railRoom : 0, ...blocks.map(({ right }) => right)),
    height,
    enter: blocks[0]?.enter ?? 0,
    leave: at(blocks.length - 1) + (blocks.at(-1)?.leave ?? 0),
    emits,
    railIn: at(last) + (blocks[last]?.railIn ?? 0),
    railTip: blocks[last]?.railTip ?? false,
    railOut: at(first) + (blocks[first]?.railOut ?? 0),
    ends: blocks.some(({ ends }) => ends),
    draw: (scene, x, y, isFed) => draw(blocks, tops, scene, x, y, isFed),
  };
}

function draw(
  blocks: readonly Block[],
  tops: readonly number[],
  scene: Scene,
  x: number,
  y: number,
  isFed: boolean,
): void {
  let from: number | undefined;
  for (const [index, block] of [...blocks.entries()].toReversed()) {
    const top = y + (tops[index] ?? 0);
    block.draw(scene, x, top, isFed || from !== undefined);
    if (block.emits) {
      const rail = x + railOffset;
      if (from !== undefined) wire(scene, "back", block.railTip, [rail, from], [rail, top + block.railIn]);
      from = top + block.railOut;
    }
    const next = blocks[index + 1];
    if (next !== undefined && !block.ends)
      wire(scene, "goes", true, [x, top + block.leave], [x, y + (tops[index + 1] ?? 0) + next.enter]);
  }
}
