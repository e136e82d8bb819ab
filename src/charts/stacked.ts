/** Counts over time as stacked columns. */

import { type Box, timeScale, valueScale } from "./axes/frame.ts";
import { hatchings, heading, margin, patternId, width } from "./heading.ts";
import { hatching, lookOf } from "./look.ts";
import type { StackedChart } from "./model.ts";
import { element, picture, rounded } from "./svg.ts";
import type { Theme } from "./theme.ts";

const plotHeight = 260;

/** Draws the chart as SVG; a single category without a label has no legend. */
export function stackedSvg(chart: StackedChart, theme: Theme): string {
  const { stretches, categories, grain, title, subtitle } = chart;
  const totals = categories.map((_, at) => stretches.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const legend = categories.flatMap((category, index) =>
    category.label === "" ? [] : [{ category, index, note: grouped(totals[index] ?? 0) }],
  );
  const head = heading(title, subtitle, legend, "areas", theme);
  const top = head.bottom + 22;
  const box: Box = { left: margin.left, top, right: width - margin.right, bottom: top + plotHeight };
  const [from, to] = [stretches[0]?.from ?? 0, (stretches.at(-1)?.from ?? 0) + grain];
  const largest = Math.max(1, ...stretches.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  const values = valueScale(box, 0, largest, theme);
  const times = timeScale(box, from, to, theme);
  const gap = Math.min(3, ((box.right - box.left) / Math.max(1, stretches.length)) * 0.2);
  const columns = categories.map((category, at) => {
    const d = stretches
      .map(({ from: start, counts }) => {
        const below = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
        const count = counts[at] ?? 0;
        if (count === 0) return "";
        const [x, right] = [times.at(start) + gap / 2, times.at(start + grain) - gap / 2];
        const [y, bottom] = [values.at(below + count), values.at(below)];
        return `M${rounded(x)} ${rounded(y)}H${rounded(right)}V${rounded(bottom)}H${rounded(x)}Z`;
      })
      .join("");
    const { fill } = hatching(patternId(at), lookOf(category, at, theme), theme);
    return element("path", { d, fill });
  });
  return picture(
    width,
    box.bottom + 38 + margin.bottom,
    theme.ground,
    title,
    hatchings(categories, theme),
    head.svg,
    values.svg,
    ...columns,
    times.svg,
  );
}

/** "1,234,567" */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
