/** Draws a chain: solid arrows for what is confirmed, broken ones for what is assumed (booklet, figure 13). */

import { heading, margin } from "../heading.ts";
import { marker, type Shape } from "../look.ts";
import { element, picture, rounded, textAt } from "../svg.ts";
import { wrapped } from "../text/lines.ts";
import { textWidth } from "../text/measure.ts";
import type { Theme } from "../theme.ts";
import { boxWidth, type Layout, layoutOf, noteSize, type PlacedBox, titleSize } from "./layout.ts";
import type { ChainArrow, ChainBox, ChainChart } from "./model.ts";

const laneLabel = 92;
const left = 28;

interface KindLook {
  readonly shape: Shape;
  readonly color: string;
  readonly border: number;
}

function kindLook(kind: ChainBox["kind"], { name, series, ink }: Theme): KindLook {
  if (kind === "failure") return { shape: "square", color: name === "light" ? "#b3261e" : "#ff7b72", border: 2.4 };
  if (kind === "error") return { shape: "triangle", color: name === "light" ? "#8a5a00" : "#e3b341", border: 1.4 };
  return { shape: "diamond", color: series[0] ?? ink, border: 1.4 };
}

/** Draws the chart as SVG; its size follows its boxes. */
export function chainSvg(chart: ChainChart, theme: Theme): string {
  const head = heading(chart.title, chart.subtitle, [], "marks", theme);
  const legendY = head.bottom + 16;
  const layout = layoutOf(chart, left + laneLabel + 20, legendY + 22);
  const width = Math.max(960, layout.right + margin.right + 20);
  const lanes = layout.lanes.map(({ label, top, bottom }, at) =>
    [
      element("rect", {
        x: left,
        y: top,
        width: width - 2 * left,
        height: bottom - top,
        fill: at % 2 === 0 ? theme.raised : theme.ground,
      }),
      ...wrapped(label, 13, laneLabel - 8, 2).map((line, row) =>
        textAt(left + 12, top + 32 + row * 17, 13, theme.muted, line),
      ),
    ].join(""),
  );
  const arrows = chart.arrows.map((arrow) => arrowSvg(arrow, chart.arrows, layout, theme));
  const notes = notesSvg(chart.notes, layout.bottom + 34, width, theme);
  const tips = element("defs", {}, tip("tip", theme.ink), tip("tip-open", theme.muted));
  return picture(
    width,
    notes.bottom + margin.bottom,
    theme.ground,
    chart.title,
    tips,
    head.svg,
    legend(chart, legendY, theme),
    ...lanes,
    ...arrows.map(({ line }) => line),
    ...layout.boxes.map((box, at) => boxSvg(box, at + 1, theme)),
    ...arrows.map(({ label }) => label),
    notes.svg,
  );
}

/** The notes side by side, where there is room for that. */
function notesSvg(
  notes: ChainChart["notes"],
  top: number,
  width: number,
  theme: Theme,
): { readonly svg: string; readonly bottom: number } {
  const columns = width >= 1100 ? Math.max(1, notes.length) : 1;
  const room = (width - 2 * left) / columns;
  const parts: string[] = [];
  let [y, bottom] = [top, top];
  for (const [at, { title, lines }] of notes.entries()) {
    const x = left + (at % columns) * room;
    y = at % columns === 0 ? bottom + (at === 0 ? 0 : 28) : top;
    const start = (text: string, size: number, color: string, indent: number, step: number): void => {
      for (const [row, one] of wrapped(text, size, room - 24 - indent, 4).entries()) {
        y += row === 0 ? 0 : step;
        parts.push(textAt(x + indent + (row === 0 || indent === 0 ? 0 : 12), y, size, color, one));
      }
    };
    start(title, 14, theme.ink, 0, 19);
    for (const line of lines) {
      y += 20;
      start(line, 12.5, theme.muted, 6, 17);
    }
    bottom = Math.max(bottom, y);
  }
  return { svg: parts.join("\n"), bottom };
}

function legend({ boxes, confirmed, assumed }: ChainChart, y: number, theme: Theme): string {
  const parts: string[] = [];
  let x = left;
  for (const kind of ["fault", "error", "failure"] as const) {
    const word = boxes.find((box) => box.kind === kind)?.word;
    if (word === undefined) continue;
    const { shape, color } = kindLook(kind, theme);
    parts.push(marker(shape, x + 6, y - 5, 11, color), textAt(x + 20, y, 13, theme.ink, word));
    x += 44 + textWidth(word, 13);
  }
  for (const [label, isSure] of [
    [confirmed, true],
    [assumed, false],
  ] as const) {
    parts.push(
      element("path", {
        d: `M${x} ${y - 4.5}h38`,
        ...stroke(isSure, theme),
        "marker-end": `url(#${isSure ? "tip" : "tip-open"})`,
      }),
      textAt(x + 50, y, 13, theme.ink, label),
    );
    x += 78 + textWidth(label, 13);
  }
  return parts.join("");
}

function boxSvg({ box, left: x, top: y, height, title, note }: PlacedBox, number: number, theme: Theme): string {
  const { shape, color, border } = kindLook(box.kind, theme);
  return [
    element("rect", {
      x,
      y,
      width: boxWidth,
      height,
      rx: 6,
      fill: theme.ground,
      stroke: color,
      "stroke-width": border,
      "stroke-dasharray": box.isOpen ? "5 4" : undefined,
    }),
    marker(shape, x + 17, y + 19, 10, color),
    textAt(x + 29, y + 23.5, 12, color, box.word),
    textAt(x + boxWidth - 12, y + 23.5, 12, theme.muted, `${box.time === "" ? "" : `${box.time}  `}[${number}]`, {
      "text-anchor": "end",
    }),
    ...title.map((line, row) => textAt(x + 12, y + 45 + row * 18, titleSize, theme.ink, line)),
    ...note.map((line, row) => textAt(x + 12, y + 47 + title.length * 18 + row * 15, noteSize, theme.muted, line)),
  ].join("");
}

function arrowSvg(
  arrow: ChainArrow,
  all: readonly ChainArrow[],
  { boxes, passes }: Layout,
  theme: Theme,
): { readonly line: string; readonly label: string } {
  const { confirmed, label } = arrow;
  const [a, b] = [boxes[arrow.from], boxes[arrow.to]];
  if (a === undefined || b === undefined) return { line: "", label: "" };
  // Arrows that arrive at one box do so below each other, in the order in which they come.
  const comesFrom = (one: ChainArrow): number => passes[all.indexOf(one)]?.at(-1)?.y ?? boxes[one.from]?.top ?? 0;
  const arriving = all.filter(({ to }) => to === arrow.to).sort((one, other) => comesFrom(one) - comesFrom(other));
  const step = (b.height - 16) / arriving.length;
  const [x1, y1] = [b.left - 7, b.top + 8 + step * (arriving.indexOf(arrow) + 0.5)];
  let [x, y] = [a.left + boxWidth, a.top + a.height / 2];
  let d = `M${rounded(x)} ${rounded(y)}`;
  for (const { left: from, right: to, y: height } of passes[all.indexOf(arrow)] ?? []) {
    d += `${curve(x, y, from, height)}H${rounded(to)}`;
    [x, y] = [to, height];
  }
  d += curve(x, y, x1, y1);
  const line = element("path", {
    d,
    ...stroke(confirmed, theme),
    "marker-end": `url(#${confirmed ? "tip" : "tip-open"})`,
  });
  if (label === "") return { line, label: "" };
  return { line, label: textAt(x1 - 4, y1 - 5, 11, theme.muted, label, { "text-anchor": "end" }) };
}

/** From a point to another one that lies to its right, level at both ends. */
function curve(x0: number, y0: number, x1: number, y1: number): string {
  const bend = (x1 - x0) / 2;
  return `C${[x0 + bend, y0, x1 - bend, y1, x1, y1].map(rounded).join(" ")}`;
}

function stroke(isSure: boolean, theme: Theme) {
  return {
    stroke: isSure ? theme.ink : theme.muted,
    "stroke-width": isSure ? 1.8 : 1.4,
    "stroke-dasharray": isSure ? undefined : "6 4",
    fill: "none",
  };
}

function tip(id: string, color: string): string {
  return element(
    "marker",
    { id, markerWidth: 9, markerHeight: 9, refX: 3, refY: 4.5, orient: "auto", markerUnits: "userSpaceOnUse" },
    element("path", { d: "M0 0.5L8 4.5L0 8.5Z", fill: color }),
  );
}
