/** Measured values over time with failures marked: in the terminal, as JSON, and as the data of a chart. */

import { type Category, type LineChart, type Paint, plotText } from "../../charts/index.ts";
import type { Plot } from "../../logs/index.ts";
import { faultClasses } from "../../records/index.ts";
import { safe } from "../runs/words.ts";
import { categoryOf } from "./class-word.ts";
import { numberText, type TextStyle } from "./count-text.ts";

/** The chart of what was measured: a panel a key, in it a line a host. */
export function plotChart({ series, marks }: Plot, keys: readonly string[], say: TextStyle["say"]): LineChart {
  const classes = [
    ...new Set([
      ...faultClasses.filter((name) => marks.some((mark) => mark.class === name)),
      ...marks.map((mark) => mark.class),
    ]),
  ];
  const failures = marks.reduce((sum, { count }) => sum + count, 0);
  const hosts = [...new Set(series.map(({ host }) => host))].filter((host) => host !== "");
  const shown = keys.filter((key) => series.some((one) => one.key === key));
  const where = hosts.length === 1 ? ` (${safe(hosts[0])})` : "";
  return {
    title: `${shown.map(safe).join(", ")}${where}`,
    subtitle:
      failures === 0
        ? say("measured over time; no failure meanwhile")
        : say(`measured over time; failures, marked by class: ${numberText(failures)}`),
    panels: shown.map((key) => ({
      title: safe(key),
      lines: series
        .filter((one) => one.key === key)
        .map(({ host, points }) => ({
          label: safe(host),
          points: points.map(({ time, mean, low, high }) => ({ time, value: mean, low, high })),
        })),
    })),
    marks: marks.map(({ time, class: name, count }) => ({ time, category: classes.indexOf(name), count })),
    categories: classes.map((name): Category => categoryOf(name, say)),
    marksTitle: say("failures"),
  };
}

/** What a terminal shows of it. */
export function plotLines(plot: Plot, keys: readonly string[], width: number, { say, style }: TextStyle): string {
  if (plot.series.length === 0) return "";
  const chart = plotChart(plot, keys, say);
  const paint: Paint = (text, { id }) =>
    id === "SystemFault" || id === "ExternalFault" ? style.error(text) : style.warning(text);
  return `${style.strong(chart.title)}  ${style.dim(chart.subtitle)}\n${plotText(chart, width, paint).join("\n")}\n`;
}

/** An object a point, and one a mark. */
export function plotJson({ series, marks }: Plot): string {
  const points = series.flatMap(({ key, host, points: all }) =>
    all.map(({ time, mean, low, high }) => ({ key, host, time: new Date(time).toISOString(), mean, low, high })),
  );
  const failures = marks.map(({ time, class: name, count }) => ({
    failures: count,
    class: name,
    time: new Date(time).toISOString(),
  }));
  return [...points, ...failures].map((row) => `${JSON.stringify(row)}\n`).join("");
}
