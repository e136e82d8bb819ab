// Counts, tops and series are those of the records themselves.
import { describe, expect, test } from "vitest";
import { aspenRecords } from "../../bench/aspen-records.ts";
import { logRecords } from "../../bench/log-records.ts";
import {
  createCounter,
  createFailing,
  createLast,
  createPlot,
  createSlowest,
  createSummary,
  createTimeCounter,
  type Field,
  fieldOf,
  RecordScan,
} from "../../src/logs/index.ts";

const text = [...logRecords(4000, 3)].join("");
const all = text
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

/** Sends every line through what a view made of a scan takes. */
function viewed<T extends { readonly take: () => void }>(lines: string, make: (scan: RecordScan) => T): T {
  const scan = new RecordScan();
  const view = make(scan);
  const bytes = Buffer.from(lines);
  for (let start = 0, end = bytes.indexOf(10); end !== -1; start = end + 1, end = bytes.indexOf(10, start))
    if (scan.scan(bytes, start, end)) view.take();
  return view;
}

const field = (name: string, scan: RecordScan): Field => fieldOf(name, scan) ?? (() => undefined);

describe("counts", () => {
  test("of a field are those of the records, most first", () => {
    const { rows, total } = viewed(text, (scan) => createCounter(field("api", scan))).counts();
    const wanted = new Map<string, number>();
    for (const { Api: api } of all) wanted.set(String(api), (wanted.get(String(api)) ?? 0) + 1);
    expect(new Map(rows)).toEqual(wanted);
    expect(total).toBe(all.length);
    expect(rows.map(([, count]) => count)).toEqual(rows.map(([, count]) => count).sort((a, b) => b - a));
  });

  test("of two fields make a table", () => {
    const { rows, columns, cell } = viewed(text, (scan) =>
      createCounter(field("class", scan), field("host", scan)),
    ).counts();
    const sum = rows.flatMap(([row]) => columns.map((column) => cell(row, column))).reduce((a, b) => a + b, 0);
    expect(sum).toBe(all.length);
    const wanted = all.filter((one) => one["Host"] === "web1" && String(one["Message"]).includes("No space")).length;
    expect(cell("SystemFault", "web1")).toBe(wanted);
  });

  test("of what a record does not have, and of keys with any name", () => {
    const lines = '{"LogPoint":"A","__proto__":"x"}\n{"LogPoint":"A","__proto__":"x"}\n{"LogPoint":"A"}\n';
    expect(viewed(lines, (scan) => createCounter(field("arg.__proto__", scan))).counts().rows).toEqual([
      ["x", 2],
      ["–", 1],
    ]);
  });

  test("over time hold every record, at any width", () => {
    for (const width of [10, 60, 500]) {
      const over = viewed(text, (scan) => createTimeCounter(scan, field("host", scan))).overTime(width);
      expect(over.stretches.length).toBeLessThanOrEqual(width);
      expect(over.stretches.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0)).toBe(all.length);
      const steps = over.stretches.slice(1).map(({ from }, at) => from - (over.stretches[at]?.from ?? 0));
      expect(new Set(steps)).toEqual(new Set([over.grain]));
    }
  });

  test("over time survive clocks that are centuries wrong", () => {
    const times = [
      "0001-01-01T00:00:00.000000Z",
      "2026-01-05T00:00:00.000000Z",
      "9999-12-31T23:59:59.000000Z",
      "never",
    ];
    const lines = times.map((time) => `${JSON.stringify({ LogPoint: "A", Time: time })}\n`).join("");
    const over = viewed(lines, (scan) => createTimeCounter(scan)).overTime(80);
    expect(over.timeless).toBe(1);
    expect(over.stretches.length).toBeLessThanOrEqual(80);
    expect(over.stretches.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0)).toBe(3);
  });

  test("over time of a fixed width tell what is not shown", () => {
    const over = viewed(text, (scan) => createTimeCounter(scan, undefined, 60_000)).overTime(10);
    expect([over.grain, over.stretches.length]).toEqual([60_000, 10]);
    expect(over.earlier + over.stretches.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0)).toBe(all.length);
  });
});

describe("views", () => {
  test("of the slowest keep the longest times, longest first", () => {
    const slowest = viewed(text, (scan) => createSlowest(scan, 20)).slowest();
    const times = all.map((one) => Number(one["ElapsedTime"])).filter((time) => !Number.isNaN(time));
    expect(slowest.map(({ elapsed }) => elapsed)).toEqual(times.sort((a, b) => b - a).slice(0, 20));
  });

  test("of what fails most count failures by call and class", () => {
    const { total, calls } = viewed(text, createFailing).failing(3);
    expect(total).toBe(all.filter((one) => one["LogPoint"] === "ErrorPoint").length);
    expect(calls.length).toBe(3);
    for (const { place, api, failures, unhandled } of calls) {
      const same = all.filter(
        (one) =>
          `${one["ScriptName"]}:${one["ScriptLine"]}` === place &&
          one["Api"] === api &&
          one["LogPoint"] === "ErrorPoint",
      );
      expect([failures, unhandled]).toEqual([same.length, same.filter((one) => one["Handled"] !== true).length]);
    }
  });

  test("of the last records keep them in order", () => {
    expect(viewed(text, (scan) => createLast(scan, 5)).lines()).toEqual(text.trimEnd().split("\n").slice(-5));
    expect(viewed('{"LogPoint":"A"}\n', (scan) => createLast(scan, 5)).lines()).toEqual(['{"LogPoint":"A"}']);
  });

  test("of measured values have lines with their holes, and the failures by class", () => {
    const { web, operator } = aspenRecords();
    const lines = [...web, ...operator].map((line) => `${line}\n`).join("");
    const plot = viewed(lines, (scan) => createPlot(scan, ["processes", "Nothing"])).plot();
    expect(plot.missing).toEqual(["Nothing"]);
    expect(plot.series.map(({ key, host }) => [key, host])).toEqual([["processes", "web1"]]);
    const points = plot.series[0]?.points ?? [];
    expect(Math.max(...points.map(({ high }) => high))).toBeGreaterThan(2500);
    const sums = new Map<string, number>();
    for (const mark of plot.marks) sums.set(mark.class, (sums.get(mark.class) ?? 0) + mark.count);
    expect(sums).toEqual(
      new Map([
        ["SystemFault", 5],
        ["ExternalFault", 5],
      ]),
    );
  });

  test("of everything say how much there is", () => {
    const summary = viewed(text, createSummary).summary(60);
    expect(summary.records).toBe(4000);
    expect(summary.runs).toBe(200);
    expect([summary.scripts.length, summary.hosts.length, summary.users.length]).toEqual([4, 4, 3]);
    expect(summary.classes.reduce((sum, { failures }) => sum + failures, 0)).toBe(summary.failing.total);
  });
});
