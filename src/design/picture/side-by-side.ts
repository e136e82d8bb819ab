/** Lanes beside each other, below a head: the branches of a choice, or of `parallel`. */

import { wrapped } from "../../charts/index.ts";
import type { Block } from "./block.ts";
import { type Point, type Scene, wire } from "./scene.ts";
import { labelSize, laneGap, railOffset, railRoom, stepWidth } from "./sizes.ts";

export interface Lane {
  readonly label: string;
  readonly block: Block;
}

export interface Head {
  readonly height: number;
  /** Where the lines to the other lanes begin, from its top; from its right edge, or from a bar. */
  readonly busY: number;
  readonly right: number;
  readonly isBar: boolean;
  readonly draw: (scene: Scene, x: number, y: number, lastLane: number) => void;
}

const [labelLine, merge, exit, split] = [16, 34, 20, 18];

/** `around`: what a line says that goes past all lanes; undefined where there is none. */
export function sideBySide(head: Head, lanes: readonly Lane[], around: string | undefined): Block {
  const labels = lanes.map(({ label }) => (label === "" ? [] : wrapped(label, labelSize, railOffset - 110, 2)));
  const labelHeight = labelLine * Math.max(0, ...labels.map((lines) => lines.length));
  const emits = lanes.some(({ block }) => block.emits);
  const isMerging = lanes.slice(1).some(({ block }) => block.emits);
  const top = head.height + labelHeight + (isMerging ? merge : 0) + 24;
  const inner = Math.max(...lanes.map(({ block }) => block.height));
  const leave = top + inner + exit;
  const height = leave + (isMerging ? split : 0);
  // The others stand to the right of what stands ahead of them; a line of undoing may pass through the first.
  const offsets: number[] = [];
  let edge = 0;
  for (const [at, { block }] of lanes.entries()) {
    const offset = at === 0 ? 0 : edge + laneGap + block.left;
    offsets.push(offset);
    edge = offset + Math.max(block.right, at === 0 ? railRoom : 0, stepWidth / 2);
  }
  const firstLeft = Math.max(stepWidth / 2, lanes[0]?.block.left ?? 0);
  const past = firstLeft + 24;
  return {
    left: around === undefined ? firstLeft : past + 8,
    right: edge,
    height,
    enter: 0,
    leave,
    emits,
    railIn: height,
    railTip: false,
    railOut: isMerging ? top - merge : top + (lanes[0]?.block.railOut ?? 0),
    ends: around === undefined && lanes.every(({ block }) => block.ends),
    draw: (scene, x, y, isFed) => {
      head.draw(scene, x, y, x + (offsets.at(-1) ?? 0));
      const bottom = y + leave;
      for (const [at, { block }] of lanes.entries()) {
        const laneX = x + (offsets[at] ?? 0);
        block.draw(scene, laneX, y + top, isFed);
        const start: readonly Point[] =
          at === 0 || head.isBar
            ? [[laneX, y + head.height]]
            : [
                [x + head.right, y + head.busY],
                [laneX, y + head.busY],
              ];
        wire(scene, "goes", true, ...start, [laneX, y + top + block.enter]);
        for (const [row, text] of (labels[at] ?? []).entries())
          label(scene, laneX + 8, y + head.height + 14 + row * labelLine, text);
        if (!block.ends) leaves(scene, x, laneX, y + top + block.leave, bottom, head.isBar);
        rails(scene, { x, laneX, y: y + top, block, at, isFed, isMerging, low: y + height });
      }
      if (head.isBar) bar(scene, x, x + (offsets.at(-1) ?? 0), bottom);
      if (around !== undefined) label(scene, x - past + 7, y + head.height + 14, around);
      if (around !== undefined) bypass(scene, x, y + head.busY, past, bottom);
    },
  };
}

function label(scene: Scene, x: number, y: number, text: string): void {
  scene.labels.push({ x, y, text, size: labelSize, tone: "ink", anchor: "start" });
}

function leaves(scene: Scene, x: number, laneX: number, from: number, bottom: number, isBar: boolean): void {
  const points: readonly Point[] =
    laneX === x || isBar
      ? [
          [laneX, from],
          [laneX, bottom],
        ]
      : [
          [laneX, from],
          [laneX, bottom],
          [x, bottom],
        ];
  wire(scene, "goes", isBar, ...points);
}

/** The line past all lanes, at their left. */
function bypass(scene: Scene, x: number, from: number, past: number, bottom: number): void {
  wire(scene, "goes", false, [x - stepWidth / 2, from], [x - past, from], [x - past, bottom], [x, bottom]);
}

export function bar(scene: Scene, from: number, to: number, y: number): void {
  scene.bars.push({ left: from - 44, top: y, width: to - from + 88, height: 5 });
}

interface LaneRails {
  readonly x: number;
  readonly laneX: number;
  readonly y: number;
  readonly block: Block;
  readonly at: number;
  readonly isFed: boolean;
  readonly isMerging: boolean;
  /** Where what comes from below turns. */
  readonly low: number;
}

/** The lane's part of the line of undoing: from below through it, and to the left where lanes meet. */
function rails(scene: Scene, { x, laneX, y, block, at, isFed, isMerging, low }: LaneRails): void {
  const [rail, own] = [x + railOffset, laneX + railOffset];
  const push = (tip: boolean, ...points: readonly Point[]): void => wire(scene, "back", tip, ...points);
  const meeting = y - merge;
  if (isFed && block.emits)
    push(block.railTip, ...(at === 0 ? [] : [[rail, low] as const]), [own, low], [own, y + block.railIn]);
  else if (isFed && at === 0 && isMerging) push(false, [rail, low], [rail, meeting]);
  if (!block.emits || !isMerging) return;
  if (at === 0) push(false, [own, y + block.railOut], [own, meeting]);
  else push(false, [own, y + block.railOut], [own, meeting], [rail, meeting]);
}
