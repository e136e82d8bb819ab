/** Counts and failing calls as charts of bars. */

import { type BarChart, barsSvg, type Theme } from "../../charts/index.ts";
import type { Counts, Failing } from "../../logs/index.ts";
import { safe } from "../runs/words.ts";
import { categoryOf } from "./class-word.ts";
import { numberText, ordered, share } from "./count-text.ts";

type Say = (text: string) => string;

/** Bars of a picture. */
const mostBars = 30;
/** Parts of a bar; the rest is one part. */
const mostParts = 6;

/** Draws counts by one field as bars, by two as bars with parts. */
export function countBars(
  counts: () => Counts,
  { fields: [first = "", second] }: { readonly fields: readonly string[] },
  say: Say,
): (theme: Theme) => string {
  return (theme) => {
    const made = counts();
    const rows = ordered(made.rows, first).slice(0, mostBars);
    const columns = made.columns.slice(0, mostParts);
    const chart: BarChart = {
      title: `${say("Records by")} ${second === undefined ? first : `${first}, ${second}`}`,
      subtitle: say(`records: ${numberText(made.total)}`),
      rows: rows.map(([value, count]) => {
        const parts = columns.map((column) => ({ category: categoryOf(column, say), value: made.cell(value, column) }));
        const rest = count - parts.reduce((sum, part) => sum + part.value, 0);
        return {
          label: first === "class" ? categoryOf(value, say).label : safe(value),
          value: count,
          note: `${numberText(count)} (${share(count, made.total)} %)`,
          ...(second === undefined
            ? {}
            : { parts: rest > 0 ? [...parts, { category: { id: "…", label: "…" }, value: rest }] : parts }),
        };
      }),
    };
    return barsSvg(chart, theme);
  };
}

/** Draws the calls that fail most, each bar by classes. */
export function failingBars(failing: () => Failing, say: Say): (theme: Theme) => string {
  return (theme) => {
    const { total, calls } = failing();
    return barsSvg(
      {
        title: say("What fails most"),
        subtitle: say(`all failures: ${numberText(total)}`),
        rows: calls.slice(0, mostBars).map((call) => ({
          label: `${safe(call.api)}  ${safe(call.place)}`,
          value: call.failures,
          note: `${numberText(call.failures)} (${share(call.failures, total)} %)`,
          parts: call.classes.map(([name, value]) => ({ category: categoryOf(name, say), value })),
        })),
      },
      theme,
    );
  };
}
