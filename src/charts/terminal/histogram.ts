/** Counts over time in a terminal. */

import { displayWidth } from "../../text/index.ts";
import { numberTicks, shortNumber } from "../axes/numbers.ts";
import type { StackedChart } from "../model.ts";
import { grouped } from "../stacked.ts";
import { timeAxis } from "./axis.ts";
import { columns, sparks } from "./blocks.ts";

/** Rows of a histogram of one category. */
const rows = 8;

/** How many stretches of time fit into a terminal of so many columns, for categories with these labels. */
export function roomFor(width: number, labels: readonly string[]): number {
  return Math.max(10, width - gutter(labels) - (labels.length > 1 ? 12 : 1));
}

/** Lines without newlines: one category as columns, several as a row each, with their sums behind. */
export function histogram(chart: StackedChart, width: number): readonly string[] {
  const { stretches, categories, grain } = chart;
  const labels = categories.map(({ label }) => label);
  const room = roomFor(width, labels);
  // Few stretches get broader columns.
  const each = Math.max(1, Math.min(12, Math.floor(room / Math.max(1, stretches.length))));
  const wide = (values: readonly number[]): readonly number[] =>
    values.flatMap((value) => Array.from({ length: each }, (_, at) => (each > 2 && at === each - 1 ? 0 : value)));
  const left = gutter(labels);
  const [from, to] = [stretches[0]?.from ?? 0, (stretches.at(-1)?.from ?? 0) + grain];
  const axis = timeAxis(from, to, stretches.length * each);
  const drawn = categories.length > 1 ? several(chart, wide, left) : one(chart, wide, left);
  return [...drawn, `${" ".repeat(left)}${axis.ticks}`, `${" ".repeat(left)}${axis.labels}`];
}

type Wide = (values: readonly number[]) => readonly number[];

function one({ stretches }: StackedChart, wide: Wide, left: number): readonly string[] {
  const values = stretches.map(({ counts }) => counts[0] ?? 0);
  const ticks = numberTicks(0, Math.max(1, ...values), 4);
  const top = ticks.at(-1) ?? 1;
  // Half a record is none.
  const whole = ticks.filter(Number.isInteger);
  return columns(wide(values), top, rows).map((line, at) => {
    const tick = whole.find((value) => Math.round(rows * (1 - value / top)) === at);
    return `${(tick === undefined ? "" : `${shortNumber(tick)} `).padStart(left)}${line}`.trimEnd();
  });
}

function several({ stretches, categories }: StackedChart, wide: Wide, left: number): readonly string[] {
  const largest = Math.max(1, ...stretches.flatMap(({ counts }) => counts));
  return categories.map(({ label }, at) => {
    const values = stretches.map(({ counts }) => counts[at] ?? 0);
    const sum = values.reduce((all, value) => all + value, 0);
    const name = " ".repeat(Math.max(0, left - 2 - displayWidth(label))) + label;
    return `${name}  ${sparks(wide(values), largest)}  ${grouped(sum)}`;
  });
}

function gutter(labels: readonly string[]): number {
  return labels.length > 1 ? Math.max(...labels.map(displayWidth)) + 2 : 6;
}
