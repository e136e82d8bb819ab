/** Counts over time: as a histogram, as JSON, and as the data of a chart. */

import { histogram, type StackedChart, widthText } from "../../charts/index.ts";
import type { OverTime } from "../../logs/index.ts";
import { timeText } from "../runs/words.ts";
import { categoryOf } from "./class-word.ts";
import { numberText, type TextStyle } from "./count-text.ts";

/** Stretches that a chart in a file has at most. */
export const chartStretches = 160;

/** The chart of counts; `field` is what they are counted by, undefined for all together. */
export function overChart(over: OverTime, field: string | undefined, say: TextStyle["say"]): StackedChart {
  const { grain, names, stretches } = over;
  const total = stretches.reduce((sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0), 0);
  return {
    title: field === undefined ? say("Records over time") : `${say("Records over time, by")} ${field}`,
    subtitle: say(`records: ${numberText(total)}; a column is ${widthText(grain)}`),
    grain,
    stretches,
    categories: field === undefined ? [{ id: "", label: "" }] : names.map((name) => categoryOf(name, say)),
  };
}

/** What a terminal shows of it, `width` columns wide; empty where nothing came. */
export function overText(over: OverTime, field: string | undefined, width: number, { say, style }: TextStyle): string {
  if (over.stretches.length === 0) return "";
  const chart = overChart(over, field, say);
  const [first, last] = [over.stretches[0]?.from ?? 0, (over.stretches.at(-1)?.from ?? 0) + over.grain];
  const head = `${style.strong(chart.title)}  ${style.dim(chart.subtitle)}`;
  const range = style.dim(`${timeText(first)} – ${timeText(last)}`);
  const rest = [
    over.earlier > 0 ? say(`earlier records, not shown: ${numberText(over.earlier)}`) : "",
    over.timeless > 0 ? say(`records without a time: ${numberText(over.timeless)}`) : "",
  ].filter((line) => line !== "");
  return `${[head, ...histogram(chart, width), range, ...rest.map(style.dim)].join("\n")}\n`;
}

/** An object a stretch and value in which something came. */
export function overJson({ stretches, names, grain }: OverTime, field: string | undefined): string {
  return stretches
    .flatMap(({ from, counts }) =>
      counts.flatMap((count, at) =>
        count === 0
          ? []
          : [
              {
                from: new Date(from).toISOString(),
                seconds: grain / 1000,
                ...(field === undefined ? {} : { [field]: names[at] }),
                count,
              },
            ],
      ),
    )
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
}
