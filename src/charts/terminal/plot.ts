/** Measured values over time in a terminal: lines of braille dots, and below them a row of marks a category. */

import { displayWidth } from "../../text/index.ts";
import { boundsOf } from "../axes/bounds.ts";
import { numberTicks, shortNumber } from "../axes/numbers.ts";
import { type Category, lookOf } from "../look.ts";
import type { LineChart, Panel } from "../model.ts";
import { themes } from "../theme.ts";
import { unbroken } from "../unbroken.ts";
import { timeAxis } from "./axis.ts";

/** What colours a text; colours say nothing that the text does not. */
export type Paint = (text: string, category: Category) => string;

/** Lines without newlines. */
export function plotText(chart: LineChart, width: number, paint: Paint): readonly string[] {
  const { panels, marks, categories } = chart;
  const times = [
    ...panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ time }) => time))),
    ...marks.map(({ time }) => time),
  ];
  const [from, to] = boundsOf(times);
  const used = categories.filter((_, index) => marks.some(({ category }) => category === index));
  const labels = used.map((category) => `${category.label} ${glyphOf(category, categories)}`);
  const left = Math.max(8, ...labels.map((label) => displayWidth(label) + 2));
  const room = Math.max(20, width - left - 1);
  const rows = panels.length === 1 ? 12 : 6;
  const drawn = panels.flatMap((panel) => panelLines(panel, { from, to, left, room, rows }));
  const lanes = used.map((category, at) => {
    const index = categories.indexOf(category);
    const cells = Array.from({ length: room }, () => " ");
    for (const mark of marks)
      if (mark.category === index) cells[columnOf(mark.time, from, to, room)] = glyphOf(category, categories);
    const label = labels[at] ?? "";
    return `${" ".repeat(left - 2 - displayWidth(label))}${paint(label, category)}  ${paint(cells.join("").trimEnd(), category)}`;
  });
  const axis = timeAxis(from, to, room);
  const blank = " ".repeat(left);
  return [...drawn, `${blank}${axis.ticks}`, ...lanes, `${blank}${axis.labels}`, `${blank}${axis.days}`];
}

interface Room {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly room: number;
  readonly rows: number;
}

function panelLines({ title, lines }: Panel, { from, to, left, room, rows }: Room): readonly string[] {
  const all = lines.flatMap((line) => line.points);
  const [low, high] = boundsOf(all.flatMap((point) => [point.low, point.high]));
  const ticks = numberTicks(low >= 0 && low < 0.6 * high ? 0 : low, high, 3);
  const [first = 0, last = 1] = [ticks[0], ticks.at(-1)];
  const dots = Array.from({ length: rows }, () => new Array<number>(room).fill(0));
  for (const points of lines.flatMap((line) => unbroken(line.points))) {
    let before: readonly [x: number, y: number] | undefined;
    for (const { time, value } of points) {
      const x = Math.min(2 * room - 1, Math.floor(((time - from) / Math.max(1, to - from)) * 2 * room));
      const y = Math.min(
        4 * rows - 1,
        Math.max(0, Math.round((1 - (value - first) / (last - first || 1)) * (4 * rows - 1))),
      );
      stroke(dots, before ?? [x, y], [x, y]);
      before = [x, y];
    }
  }
  const names = lines.length > 1 ? `  ${lines.map(({ label }) => label).join(", ")}` : "";
  return [
    `${" ".repeat(left)}${title}${names}`,
    ...dots.map((row, at) => {
      const tick = ticks.find((value) => Math.round((1 - (value - first) / (last - first || 1)) * (rows - 1)) === at);
      const text = row.map((bits) => (bits === 0 ? " " : String.fromCharCode(0x2800 + bits))).join("");
      return `${(tick === undefined ? "" : shortNumber(tick)).padStart(left - 2)} ${tick === undefined ? "│" : "┤"}${text}`.trimEnd();
    }),
  ];
}

/** The dots of a braille character, by row and column (Unicode, Braille Patterns). */
const bit: readonly (readonly number[])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

function stroke(dots: number[][], [x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): void {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  for (let at = 0; at <= steps; at += 1) {
    const x = Math.round(x0 + ((x1 - x0) * at) / steps);
    const y = Math.round(y0 + ((y1 - y0) * at) / steps);
    const row = dots[y >> 2];
    if (row !== undefined) row[x >> 1] = (row[x >> 1] ?? 0) | (bit[y & 3]?.[x & 1] ?? 0);
  }
}

function columnOf(time: number, from: number, to: number, room: number): number {
  return Math.min(room - 1, Math.floor(((time - from) / Math.max(1, to - from)) * room));
}

function glyphOf(category: Category, categories: readonly Category[]): string {
  return lookOf(category, categories.indexOf(category), themes.dark).glyph;
}
