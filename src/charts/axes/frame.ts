/** The frame of a chart over time: grid, ticks, labels. */

import { element, textAt } from "../svg.ts";
import type { Theme } from "../theme.ts";
import { numberTicks, shortNumber } from "./numbers.ts";
import { timeTicks } from "./times.ts";

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Scale {
  /** The pixel of a value. */
  readonly at: (value: number) => number;
  readonly svg: string;
}

/** The horizontal lines and numbers at the left of a box, from 0 where that is near. */
export function valueScale(box: Box, low: number, high: number, theme: Theme): Scale {
  const base = low >= 0 && low < 0.6 * high ? 0 : low;
  const ticks = numberTicks(base, high, Math.max(2, Math.round((box.bottom - box.top) / 48)));
  const [first = 0, last = 1] = [ticks[0], ticks.at(-1)];
  const at = (value: number): number => box.bottom - ((value - first) / (last - first || 1)) * (box.bottom - box.top);
  const svg = ticks.flatMap((tick) => [
    element("path", { d: `M${box.left} ${crisp(at(tick))}H${box.right}`, stroke: theme.grid, fill: "none" }),
    textAt(box.left - 8, at(tick) + 4, 12, theme.muted, shortNumber(tick), { "text-anchor": "end" }),
  ]);
  return { at, svg: svg.join("\n") };
}

/** The times below a box, and the days at its right end. */
export function timeScale(box: Box, from: number, to: number, theme: Theme): Scale {
  const at = (time: number): number => box.left + ((time - from) / Math.max(1, to - from)) * (box.right - box.left);
  const { ticks, days } = timeTicks(from, to, Math.floor((box.right - box.left) / 84));
  const svg = ticks.flatMap(({ time, label }) => [
    element("path", { d: `M${crisp(at(time))} ${box.bottom}v5`, stroke: theme.muted, fill: "none" }),
    textAt(at(time), box.bottom + 19, 12, theme.muted, label, { "text-anchor": "middle" }),
  ]);
  const axis = element("path", {
    d: `M${box.left} ${crisp(box.bottom)}H${box.right}`,
    stroke: theme.muted,
    fill: "none",
  });
  return {
    at,
    svg: [axis, ...svg, textAt(box.right, box.bottom + 38, 12, theme.muted, days, { "text-anchor": "end" })].join("\n"),
  };
}

/** The middle of a pixel, where a thin line is sharp. */
export function crisp(value: number): number {
  return Math.floor(value) + 0.5;
}
