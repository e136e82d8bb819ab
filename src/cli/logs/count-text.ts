/** Counts as a table with bars, or as JSON. */

import type { FrameStyle } from "../../diagnostics/index.ts";
import type { Counts } from "../../logs/index.ts";
import { safe } from "../runs/words.ts";
import { shortClass } from "./class-word.ts";
import { tableText } from "./table.ts";

export interface TextStyle {
  readonly json: boolean;
  readonly style: FrameStyle;
  readonly say: (text: string) => string;
}

interface CountView {
  readonly fields: readonly string[];
  readonly most: number;
}

const byTime = new Set(["second", "minute", "hour", "day", "weekday", "month"]);
/** Columns of the second field; the rest is added up. */
const mostColumns = 12;
const barWidth = 24;

/** A row a value; those of times in their order, others by their counts. */
export function countText(counts: Counts, view: CountView, { json, say, style }: TextStyle): string {
  const [first = "", second] = view.fields;
  if (json) return jsonText(counts, first, second);
  if (counts.total === 0) return "";
  const rows = ordered(counts.rows, first);
  const shown = byTime.has(first) ? rows.slice(-view.most) : rows.slice(0, view.most);
  const rest = rows.length - shown.length;
  const values = second === undefined ? [] : columnsOf(counts, second);
  const label = (field: string, value: string): string => (field === "class" ? shortClass(value, say) : safe(value));
  const largest = Math.max(1, ...shown.map(([, count]) => count));
  const table = tableText(
    [
      { title: say(title(first)), most: 60 },
      ...values.map((value) => ({ title: label(second ?? "", value), right: true, most: 24 })),
      { title: say("count"), right: true },
      { title: "%", right: true },
      ...(second === undefined ? [{ title: "" }] : []),
    ],
    shown.map(([value, count]) => [
      label(first, value),
      ...values.map((column) => numberText(counts.cell(value, column))),
      numberText(count),
      share(count, counts.total),
      ...(second === undefined ? [bar(count / largest)] : []),
    ]),
  );
  const more = rest > 0 ? style.dim(say(`further rows: ${rest} (-n ${rows.length} shows all)\n`)) : "";
  const left = second === undefined ? 0 : counts.columns.length - values.length;
  const leftOut = left > 0 ? style.dim(say(`further columns, not shown: ${left}\n`)) : "";
  return `${table}${more}${leftOut}`;
}

function title(field: string): string {
  return field.replace(/^arg\./, "").toUpperCase();
}

/** Times in their order, other values as they are. */
export function ordered(rows: Counts["rows"], field: string): Counts["rows"] {
  return byTime.has(field) ? [...rows].sort(([a], [b]) => (a < b ? -1 : 1)) : rows;
}

function columnsOf(counts: Counts, field: string): readonly string[] {
  const columns = byTime.has(field) ? [...counts.columns].sort() : counts.columns;
  return byTime.has(field) ? columns.slice(-mostColumns) : columns.slice(0, mostColumns);
}

function jsonText(counts: Counts, first: string, second: string | undefined): string {
  // `fromEntries` makes own properties, also of a key named __proto__.
  const line = (...pairs: readonly (readonly [string, unknown])[]): string =>
    `${JSON.stringify(Object.fromEntries(pairs))}\n`;
  if (second === undefined) return counts.rows.map(([value, count]) => line([first, value], ["count", count])).join("");
  return counts.rows
    .flatMap(([value]) => counts.columns.map((column) => ({ value, column, count: counts.cell(value, column) })))
    .filter(({ count }) => count > 0)
    .map(({ value, column, count }) => line([first, value], [second, column], ["count", count]))
    .join("");
}

/** "1,234,567" */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "12.3" of a hundred. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "" : ((100 * part) / whole).toFixed(1);
}

const eighths = " ▏▎▍▌▋▊▉";

/** A bar of block characters, in eighths of a column. */
export function bar(part: number, width = barWidth): string {
  const units = Math.max(part > 0 ? 1 : 0, Math.round(part * width * 8));
  return `${"█".repeat(units >> 3)}${units % 8 === 0 ? "" : eighths[units % 8]}`;
}
