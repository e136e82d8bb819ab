/** Where lines meet the shapes of placed nodes. */

import { slant } from "../content/flat-size.ts";
import type { PlacedNode } from "./placed.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function middleOf({ left, top, width, bodyTop, bodyHeight }: PlacedNode): Point {
  return { x: left + width / 2, y: top + bodyTop + bodyHeight / 2 };
}

/** The upper end of the shape, in its middle or at some x. */
export function topOf(node: PlacedNode, x?: number): number {
  const start = node.top + node.bodyTop;
  return x === undefined || !isRound(node) ? start : start + rounding(node, x);
}

/** The lower end of the shape, in its middle or at some x. */
export function bottomOf(node: PlacedNode, x?: number): number {
  const end = node.top + node.bodyTop + node.bodyHeight;
  return x === undefined || !isRound(node) || node.node.away !== undefined ? end : end - rounding(node, x);
}

function isRound({ shape }: PlacedNode): boolean {
  return shape === "circle" || shape === "oval";
}

/** How far a round shape's line lies within its rectangle at some x. */
function rounding({ left, width, bodyHeight }: PlacedNode, x: number): number {
  const away = (x - left - width / 2) / (width / 2);
  return (bodyHeight / 2) * (1 - Math.sqrt(Math.max(0, 1 - away * away)));
}

/** The left or the right end of the shape at some y. */
export function edgeAt(placed: PlacedNode, y: number, side: "left" | "right"): number {
  const { left, top, width, bodyTop, bodyHeight, shape, node } = placed;
  const part = Math.min(1, Math.max(0, (y - top - bodyTop) / bodyHeight));
  const inward = inset(shape, part, width, node.away !== undefined);
  if (shape === "slant") return side === "left" ? left + slant * (1 - part) : left + width - slant * part;
  return side === "left" ? left + inward : left + width - inward;
}

function inset(shape: PlacedNode["shape"], part: number, width: number, isAway: boolean): number {
  if ((shape !== "circle" && shape !== "oval") || (isAway && part > 0.4)) return 0;
  const away = 2 * part - 1;
  return (width / 2) * (1 - Math.sqrt(Math.max(0, 1 - away * away)));
}
