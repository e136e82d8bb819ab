/** The times below something drawn in a terminal. */

import { timeTicks } from "../axes/times.ts";

/** Columns between two labels. */
const apart = 8;

/** A line of ticks and a line of labels, `width` columns wide; the days that they go over come apart. */
export function timeAxis(
  from: number,
  to: number,
  width: number,
): { readonly ticks: string; readonly labels: string; readonly days: string } {
  const { ticks, days } = timeTicks(from, to, Math.max(1, Math.floor(width / apart)));
  const line = Array.from({ length: width }, () => "─");
  const labels = Array.from({ length: width }, () => " ");
  let free = 0;
  for (const { time, label } of ticks) {
    const at = Math.min(width - 1, Math.round(((time - from) / Math.max(1, to - from)) * width));
    const start = Math.max(0, Math.min(width - label.length, at - (label.length >> 1)));
    line[at] = "┴";
    if (start < free) continue;
    for (const [index, character] of [...label].entries()) labels[start + index] = character;
    free = start + label.length + 1;
  }
  return { ticks: line.join(""), labels: labels.join("").trimEnd(), days };
}
