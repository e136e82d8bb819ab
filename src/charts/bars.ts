/** One horizontal bar a row. */

import { hatchings, heading, margin, patternId, width } from "./heading.ts";
import { type Category, hatching, lookOf } from "./look.ts";
import type { BarChart } from "./model.ts";
import { element, fittedText, picture, textAt } from "./svg.ts";
import { textWidth } from "./text/measure.ts";
import type { Theme } from "./theme.ts";

const rowHeight = 28;

/** Draws the chart as SVG; parts of bars have a legend. */
export function barsSvg({ title, subtitle, rows }: BarChart, theme: Theme): string {
  const categories = categoriesOf(rows);
  const head = heading(
    title,
    subtitle,
    categories.map((category, index) => ({ category, index, note: "" })),
    "areas",
    theme,
  );
  const labelWidth = Math.min(340, Math.max(60, ...rows.map(({ label }) => textWidth(label, 13)))) + 8;
  const noteWidth = Math.max(40, ...rows.map(({ note }) => textWidth(note, 12))) + 12;
  const left = 28 + labelWidth + 8;
  const room = width - margin.right - noteWidth - left;
  const largest = Math.max(1, ...rows.map(({ value }) => value));
  const drawn = rows.map(({ label, value, note, parts }, index) => {
    const y = head.bottom + 20 + index * rowHeight;
    let x = left;
    const pieces = (parts ?? [{ category: undefined, value }]).map((part) => {
      const length = (part.value / largest) * room;
      const at = part.category === undefined ? -1 : categories.findIndex(({ id }) => id === part.category?.id);
      const fill =
        part.category === undefined
          ? theme.series[0]
          : hatching(patternId(at), lookOf(part.category, at, theme), theme).fill;
      const rect = element("rect", { x, y, width: Math.max(length, part.value > 0 ? 1 : 0), height: 18, fill });
      x += length;
      return rect;
    });
    return [
      textAt(left - 10, y + 14, 13, theme.ink, fittedText(label, 13, labelWidth), { "text-anchor": "end" }),
      ...pieces,
      textAt(x + 8, y + 14, 12, theme.muted, note),
    ].join("");
  });
  const axis = element("path", {
    d: `M${Math.floor(left) - 0.5} ${head.bottom + 14}V${head.bottom + 20 + rows.length * rowHeight}`,
    stroke: theme.muted,
    fill: "none",
  });
  const height = head.bottom + 20 + rows.length * rowHeight + margin.bottom;
  return picture(width, height, theme.ground, title, hatchings(categories, theme), head.svg, ...drawn, axis);
}

function categoriesOf(rows: BarChart["rows"]): readonly Category[] {
  const found = new Map<string, Category>();
  for (const { parts } of rows)
    for (const { category } of parts ?? []) if (!found.has(category.id)) found.set(category.id, category);
  return [...found.values()];
}
