/** Where lines meet the shapes of placed nodes. */

import { slant } from "../content/box.ts";
import type { PlacedNode } from "./placed.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function middleOf({ left, top, width, box: { body } }: PlacedNode): Point {
  return { x: left + width / 2, y: top + body.top + body.height / 2 };
}

export function topOf({ top, box: { body } }: PlacedNode): number {
  return top + body.top;
}

/** The lower end of the shape, in its middle or at some x. */
export function bottomOf(node: PlacedNode, x?: number): number {
  const { top, left, width, box } = node;
  const end = top + box.body.top + box.body.height;
  if (x === undefined || (box.shape !== "circle" && box.shape !== "oval") || box.node.away !== undefined) return end;
  const away = (x - left - width / 2) / (width / 2);
  return end - (box.body.height / 2) * (1 - Math.sqrt(Math.max(0, 1 - away * away)));
}

/** The left or the right end of the shape at some y. */
export function edgeAt({ left, top, width, box }: PlacedNode, y: number, side: "left" | "right"): number {
  const { body, shape } = box;
  const part = Math.min(1, Math.max(0, (y - top - body.top) / body.height));
  const inward = inset(shape, part, width, box.node.away !== undefined);
  if (shape === "slant") return side === "left" ? left + slant * (1 - part) : left + width - slant * part;
  return side === "left" ? left + inward : left + width - inward;
}

function inset(shape: PlacedNode["box"]["shape"], part: number, width: number, isAway: boolean): number {
  if ((shape !== "circle" && shape !== "oval") || (isAway && part > 0.4)) return 0;
  const away = 2 * part - 1;
  return (width / 2) * (1 - Math.sqrt(Math.max(0, 1 - away * away)));
}
