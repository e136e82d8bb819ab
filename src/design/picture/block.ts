/** A part of a plan that has its size: it is placed along the main line, and joins the line of undoing at its right. */

import type { SizedCard } from "./card.ts";
import type { Scene } from "./scene.ts";

export interface Block {
  /** From the main line to its left and its right edge. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Where the main line enters and leaves, from its top. */
  readonly enter: number;
  readonly leave: number;
  /** Something in it can fail, or is taken back. */
  readonly emits: boolean;
  /** Where the line of undoing that comes from below ends, and whether at a card; where it leaves upward. */
  readonly railIn: number;
  readonly railTip: boolean;
  readonly railOut: number;
  /** The main line does not leave it. */
  readonly ends: boolean;
  /** At the main line's x and its top; `isFed`: a line of undoing comes from below. */
  readonly draw: (scene: Scene, x: number, y: number, isFed: boolean) => void;
}

/** What stands in the main line only. */
export function plainBlock(width: number, height: number, draw: Block["draw"], ends = false): Block {
  return {
    left: width / 2,
    right: width / 2,
    height,
    enter: 0,
    leave: height,
    emits: false,
    railIn: 0,
    railTip: false,
    railOut: 0,
    ends,
    draw,
  };
}

/** A card by itself. */
export function cardBlock(card: SizedCard): Block {
  return plainBlock(card.width, card.height, (scene, x, y) => card.put(scene, x - card.width / 2, y));
}
