/** Where a line has holes: nothing was measured there, and nothing is drawn. */

import type { Point } from "./model.ts";

/** A hole is so many times as wide as the usual distance of two points. */
const hole = 5;

/** The stretches of points between which no hole lies. */
export function unbroken(points: readonly Point[]): readonly (readonly Point[])[] {
  const steps = points.slice(1).map(({ time }, at) => time - (points[at]?.time ?? 0));
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  const parts: Point[][] = [];
  for (const [at, point] of points.entries()) {
    if (at === 0 || (steps[at - 1] ?? 0) > hole * usual) parts.push([]);
    parts.at(-1)?.push(point);
  }
  return parts;
}
