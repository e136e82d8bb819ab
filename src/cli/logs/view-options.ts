/** What `dscript logs` is asked to show: one view of the records, with its settings. */

import { fieldNames } from "../../logs/index.ts";
import { readDuration } from "../../records/index.ts";
import type { OptionRow, ParsedOptions } from "../options.ts";
import { unknownName, type WordMistake } from "./filter-options.ts";

export const viewOptions: readonly OptionRow[] = [
  { name: "number", short: "n", value: "N", says: "the last N records only, or so many rows of a table" },
  { name: "follow", short: "f", says: "go on with what is written from now on; shows the last 10 first" },
  {
    name: "count-by",
    value: "KEY[,KEY]",
    says: "count by a field: class, script, api, host, hour, …; two make a table",
  },
  {
    name: "over",
    value: "WIDTH",
    says: "count over time: `time` chooses the width, or 1m, 1h, 1d; with --count-by KEY apart",
  },
  { name: "slowest", value: "N", says: "the N records that took longest" },
  { name: "failing", value: "N", says: "the N calls that fail most" },
  {
    name: "plot",
    value: "KEY[,KEY…]",
    says: "draw measured values over time, such as processes, with failures marked",
  },
  { name: "summary", says: "one page on all of it" },
];

/** A view with what it needs. */
export type View =
  | { readonly kind: "lines"; readonly last?: number }
  | { readonly kind: "follow"; readonly last: number }
  | { readonly kind: "count"; readonly fields: readonly string[]; readonly most: number }
  | { readonly kind: "over"; readonly field?: string; readonly width?: number }
  | { readonly kind: "slowest"; readonly most: number }
  | { readonly kind: "failing"; readonly most: number }
  | { readonly kind: "plot"; readonly keys: readonly string[] }
  | { readonly kind: "summary" };

/** Rows of a table that nobody gave a number for. */
const usualRows = 40;
const mostRows = 10_000;
/** Keys that are drawn into one picture. */
const mostKeys = 8;
const exclusive = ["follow", "slowest", "failing", "plot", "summary"] as const;

/** The view that the options ask for. */
export function viewOf(options: ParsedOptions): View | WordMistake {
  const asked = exclusive.filter((name) => options.has(name));
  const counts = ["count-by", "over"].filter((name) => options.has(name));
  const all = [...asked, ...counts];
  if (asked.length > 1 || (asked.length === 1 && counts.length > 0))
    return { problem: `--${all[0]} and --${all[1]} exclude each other`, next: "ask for one, then for the other" };
  const number = options.value("number");
  const rows = number === undefined ? undefined : numberOf(number, 0);
  if (number !== undefined && rows === undefined) return notNumber("n", number);
  if (options.has("over")) return overView(options);
  if (options.has("count-by")) return countView(options.value("count-by") ?? "", rows);
  const [only] = asked;
  if (only === undefined) return { kind: "lines", ...(rows === undefined ? {} : { last: rows }) };
  if (only === "follow") return { kind: "follow", last: rows ?? 10 };
  if (only === "summary") return { kind: "summary" };
  if (only === "plot") return plotView(options.value("plot") ?? "");
  const text = options.value(only) ?? "";
  const most = numberOf(text, 1);
  return most === undefined ? notNumber(`-${only}`, text) : { kind: only, most };
}

function countView(text: string, rows: number | undefined): View | WordMistake {
  const fields = text.split(",").map((name) => name.trim());
  if (fields.length > 2)
    return { problem: "--count-by takes one field or two", next: "dscript logs --count-by class,hour" };
  const unknown = fields.find((name) => !isField(name));
  if (unknown !== undefined) return unknownField(unknown);
  return { kind: "count", fields, most: rows === undefined || rows === 0 ? usualRows : rows };
}

function overView(options: ParsedOptions): View | WordMistake {
  const text = options.value("over") ?? "";
  const field = options.value("count-by");
  if (field !== undefined && !isField(field)) return unknownField(field);
  const width = text === "time" ? undefined : readDuration(text);
  if (text !== "time" && (width === undefined || width < 1000))
    return {
      problem: `--over takes time, or a duration of 1s or more, not ${text === "" ? '""' : text}`,
      next: "dscript logs --over 1h",
    };
  return { kind: "over", ...(field === undefined ? {} : { field }), ...(width === undefined ? {} : { width }) };
}

function plotView(text: string): View | WordMistake {
  const keys = [...new Set(text.split(",").map((key) => key.trim()))].filter((key) => key !== "");
  if (keys.length === 0 || keys.length > mostKeys)
    return { problem: `--plot takes 1 to ${mostKeys} keys of records`, next: "dscript logs --plot Load,Processes" };
  return { kind: "plot", keys };
}

function isField(name: string): boolean {
  return fieldNames.includes(name) || (name.startsWith("arg.") && name.length > 4);
}

function unknownField(name: string): WordMistake {
  return unknownName(`there is no field ${name === "" ? '""' : name}`, name, fieldNames);
}

function numberOf(text: string, least: number): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= mostRows ? value : undefined;
}

function notNumber(option: string, text: string): WordMistake {
  return {
    problem: `-${option} takes a number up to ${mostRows}, not ${text === "" ? '""' : text}`,
    next: `dscript logs -${option} 20`,
  };
}
