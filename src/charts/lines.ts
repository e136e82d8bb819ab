/** Measured values over time, with marks for what happened meanwhile (figure 4 of the booklet). */

import { boundsOf } from "./axes/bounds.ts";
import { type Box, crisp, timeScale, valueScale } from "./axes/frame.ts";
import { heading, margin, width } from "./heading.ts";
import { lookOf, marker } from "./look.ts";
import type { Line, LineChart, Panel } from "./model.ts";
import { grouped } from "./stacked.ts";
import { element, fittedText, picture, rounded, textAt } from "./svg.ts";
import type { Theme } from "./theme.ts";
import { unbroken } from "./unbroken.ts";

/** Pixels of a panel: alone, or among others. */
const alone = 260;
const among = 150;
/** Pixels of a row of marks. */
const lane = 20;
/** Marks beyond which no line is drawn through the panels. */
const mostHairlines = 40;

/** Draws the chart as SVG. */
export function linesSvg(chart: LineChart, theme: Theme): string {
  const { title, subtitle, panels, marks, categories } = chart;
  const used = categories.map((category, index) => ({
    category,
    index,
    count: marks.filter((mark) => mark.category === index).reduce((sum, { count }) => sum + count, 0),
  }));
  const lanes = used.filter(({ count }) => count > 0);
  const head = heading(
    title,
    subtitle,
    lanes.map((one) => ({ ...one, note: grouped(one.count) })),
    "marks",
    theme,
  );
  const times = [
    ...panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ time }) => time))),
    ...marks.map(({ time }) => time),
  ];
  const [from, to] = boundsOf(times);
  const height = panels.length === 1 ? alone : among;
  const [left, right] = [margin.left, width - margin.right];
  let top = head.bottom + 14;
  const parts: string[] = [];
  const boxes = panels.map((panel) => {
    const box: Box = { left, top: top + 26, right, bottom: top + 26 + height };
    top = box.bottom + 8;
    return { panel, box };
  });
  const lanesTop = top + (lanes.length > 0 ? 14 : 0);
  const bottom = lanesTop + lanes.length * lane + (lanes.length > 0 ? 4 : 0);
  const scale = timeScale({ left, top: 0, right, bottom }, from, to, theme);
  if (marks.length <= mostHairlines)
    for (const { time, category } of marks) {
      const { color } = lookOf(categories[category] ?? { id: "", label: "" }, category, theme);
      const x = crisp(scale.at(time));
      parts.push(
        element("path", {
          d: `M${x} ${boxes[0]?.box.top ?? 0}V${bottom}`,
          stroke: color,
          "stroke-opacity": 0.55,
          "stroke-dasharray": "2 3",
          fill: "none",
        }),
      );
    }
  for (const { panel, box } of boxes) parts.push(panelSvg(panel, box, scale.at, theme));
  lanes.forEach(({ category, index }, row) => {
    const y = lanesTop + row * lane + lane / 2;
    const look = lookOf(category, index, theme);
    parts.push(element("path", { d: `M${left} ${crisp(y)}H${right}`, stroke: theme.grid, fill: "none" }));
    parts.push(
      textAt(left - 8, y + 4, 12, theme.muted, fittedText(category.label, 12, left - 12), { "text-anchor": "end" }),
    );
    for (const mark of marks)
      if (mark.category === index)
        parts.push(
          marker(look.shape, scale.at(mark.time), y, Math.min(15, 9 + 2 * Math.log2(mark.count)), look.color, {
            stroke: theme.ground,
          }),
        );
  });
  return picture(width, bottom + 38 + margin.bottom, theme.ground, title, head.svg, ...parts, scale.svg);
}

function panelSvg({ title, lines }: Panel, box: Box, at: (time: number) => number, theme: Theme): string {
  const points = lines.flatMap((line) => line.points);
  const [low, high] = boundsOf(points.flatMap((point) => [point.low, point.high]));
  const scale = valueScale(box, low, high, theme);
  const drawn = lines.map((line, index) =>
    lineSvg(line, at, scale.at, theme.series[index % theme.series.length] ?? theme.ink, index),
  );
  const keys = lines.length > 1 ? lineKeys(lines, box, theme) : "";
  return [textAt(box.left, box.top - 10, 13, theme.ink, title), keys, scale.svg, ...drawn].join("\n");
}

const dashes = [undefined, "7 3", "2 3", "9 3 2 3"];

function lineSvg(
  { points }: Line,
  at: (time: number) => number,
  y: (value: number) => number,
  color: string,
  index: number,
): string {
  const parts = unbroken(points);
  const place = (time: number, value: number): string => `${rounded(at(time))} ${rounded(y(value))}`;
  const band = parts
    .filter((part) => part.some(({ low, high }) => high > low))
    .map(
      (part) =>
        `M${part.map(({ time, high }) => place(time, high)).join("L")}L${part
          .toReversed()
          .map(({ time, low }) => place(time, low))
          .join("L")}Z`,
    )
    .join("");
  const line = parts.map((part) => `M${part.map(({ time, value }) => place(time, value)).join("L")}`).join("");
  // A single point has no length: it is drawn as one.
  const dots = parts
    .filter((part) => part.length === 1)
    .map(([only]) => (only === undefined ? "" : marker("circle", at(only.time), y(only.value), 4, color)));
  return [
    band === "" ? "" : element("path", { d: band, fill: color, "fill-opacity": 0.16 }),
    element("path", {
      d: line,
      stroke: color,
      "stroke-width": 1.8,
      "stroke-linejoin": "round",
      "stroke-dasharray": dashes[index % dashes.length],
      fill: "none",
    }),
    ...dots,
  ].join("");
}

/** The names of a panel's lines at its right end, each with a piece of its line. */
function lineKeys(lines: readonly Line[], box: Box, theme: Theme): string {
  let x = box.right;
  const parts: string[] = [];
  for (const [index, { label }] of [...lines.entries()].reverse()) {
    const color = theme.series[index % theme.series.length] ?? theme.ink;
    const shown = fittedText(label, 12, 130);
    parts.push(textAt(x, box.top - 10, 12, theme.ink, shown, { "text-anchor": "end" }));
    x -= shown.length * 7 + 8;
    parts.push(
      element("path", {
        d: `M${x - 24} ${crisp(box.top - 14)}h24`,
        stroke: color,
        "stroke-width": 2,
        "stroke-dasharray": dashes[index % dashes.length],
        fill: "none",
      }),
    );
    x -= 40;
  }
  return parts.join("");
}
