// Filters keep exactly the records that a look at each object would keep.
import { beforeAll, describe, expect, test } from "vitest";
import { logRecords } from "../../bench/log-records.ts";
import type { Criteria } from "../../src/logs/index.ts";
import { readBack } from "./lines-of.ts";

type Fields = Readonly<Record<string, unknown>>;

const text = [...logRecords(5000, 7)].join("");
let all: readonly Fields[] = [];

beforeAll(() => {
  all = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Fields);
});

const firstClass = (record: Fields): unknown => (record["Diagnosis"] as { class: string }[] | undefined)?.[0]?.class;
const at = (record: Fields): number => Date.parse(String(record["Time"]));

const noon = Date.UTC(2026, 0, 5, 1);

const cases: readonly (readonly [string, Criteria, (record: Fields) => boolean])[] = [
  ["log points", { points: ["ErrorPoint"] }, (record) => record["LogPoint"] === "ErrorPoint"],
  ["several log points", { points: ["ErrorPoint", "SystemChangePoint"] }, () => true],
  ["the likeliest class", { classes: ["SystemFault"] }, (record) => firstClass(record) === "SystemFault"],
  [
    "plausible classes",
    { classes: ["SystemFault"], plausible: true },
    (record) => String(record["FaultType"]).split(",").includes("SystemFault"),
  ],
  ["failures that were dealt with", { handled: true }, (record) => record["Handled"] === true],
  ["failures that were not", { handled: false }, (record) => record["Handled"] === false],
  [
    "a part of a script's name",
    { values: { script: ["web"] } },
    (record) => String(record["ScriptName"]).includes("web"),
  ],
  ["commands", { values: { api: ["rm", "cp"] } }, (record) => record["Api"] === "rm" || record["Api"] === "cp"],
  ["hosts", { values: { host: ["web1"] } }, (record) => record["Host"] === "web1"],
  ["tasks", { values: { task: ["tidy up"] } }, (record) => record["Task"] === "tidy up"],
  ["kinds", { values: { kind: ["IOFault"] } }, (record) => record["Kind"] === "IOFault"],
  ["a time", { since: noon, until: noon + 600_000 }, (record) => at(record) >= noon && at(record) < noon + 600_000],
  ["a text in a value", { grep: "No space left" }, (record) => String(record["Message"]).includes("No space left")],
  [
    "a text with escapes",
    { grep: 'open "/etc/shadow"' },
    (record) => String(record["Message"]).includes('open "/etc/shadow"'),
  ],
  ["a text that only keys have", { grep: "ScriptHash" }, () => false],
  [
    "all of them together",
    { points: ["ErrorPoint"], classes: ["UserFault"], handled: false, values: { user: ["ann"] }, grep: "shadow" },
    (record) => firstClass(record) === "UserFault" && record["Handled"] === false && record["User"] === "ann",
  ],
];

describe("a filter by", () => {
  test.each(cases)("%s keeps what fits", async (_, criteria, fits) => {
    const { records, counts } = await readBack(text, criteria);
    const wanted = all.filter(fits);
    expect(records.length).toBe(wanted.length);
    expect(records).toEqual(wanted);
    expect(counts.records).toBe(all.length);
  });

  test("a value that none has tells those that are there", async () => {
    const { records, unmet } = await readBack(text, { values: { host: ["web11"], script: ["web"] } });
    expect(records).toEqual([]);
    expect(unmet.map(({ name, seen }) => [name, [...seen].sort()])).toEqual([
      ["host", ["db1", "files1", "web1", "web2"]],
    ]);
  });

  test("a log point counts the lines that it passes over", async () => {
    const lines =
      '{"LogPoint":"PeriodicPoint","a":"b}\n{"LogPoint":"PeriodicPoint","a":"b"\n{"LogPoint":"PeriodicPoint"}\n';
    const { counts } = await readBack(lines, { points: ["ErrorPoint"] });
    // The first line's last byte is a record's: it is passed over unread.
    expect(counts).toEqual({ records: 2, foreign: 0, torn: 1, long: 0 });
  });

  test("a time leaves out what has none, or none that can be read", async () => {
    const times = [
      "2026-01-05T01:00:00Z",
      "2026-01-05T10:00:00+09:00",
      "2026-01-05",
      "yesterday",
      7,
      { a: 1 },
      "2026-99-99T01:00:00.000000Z",
      "20x6-01-05T01:00:00.000000Z",
    ];
    const lines = [...times.map((time) => ({ LogPoint: "ErrorPoint", Time: time })), { LogPoint: "ErrorPoint" }];
    const { records } = await readBack(lines.map((line) => JSON.stringify(line)).join("\n"), { since: 0 });
    expect(records.map(({ Time: time }) => time)).toEqual(times.slice(0, 2));
  });
});
