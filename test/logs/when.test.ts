// Times as people write them.
import { describe, expect, test } from "vitest";
import { readWhen } from "../../src/logs/index.ts";

const now = new Date(2026, 0, 31, 14, 30, 20).getTime();
const local = (...parts: [number, number, number, number?, number?, number?]): number =>
  new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0).getTime();

describe("a time", () => {
  test.each([
    ["now", now, now],
    ["2h", now - 7_200_000, now - 7_200_000],
    ["30m ago", now - 1_800_000, now - 1_800_000],
    ["today", local(2026, 1, 31), local(2026, 2, 1)],
    ["yesterday", local(2026, 1, 30), local(2026, 1, 31)],
    ["2026-01-05", local(2026, 1, 5), local(2026, 1, 6)],
    ["14:05", local(2026, 1, 31, 14, 5), local(2026, 1, 31, 14, 6)],
    ["14:05:09", local(2026, 1, 31, 14, 5, 9), local(2026, 1, 31, 14, 5, 10)],
    ["2026-01-05 14:05", local(2026, 1, 5, 14, 5), local(2026, 1, 5, 14, 6)],
    ["2026-01-05T14:05:09Z", Date.UTC(2026, 0, 5, 14, 5, 9), Date.UTC(2026, 0, 5, 14, 5, 10)],
    ["2026-01-05t14:05:09.25+09:00", Date.UTC(2026, 0, 5, 5, 5, 9, 250), Date.UTC(2026, 0, 5, 5, 5, 9, 251)],
  ])("%s is a stretch", (text, from, to) => {
    expect(readWhen(text, now)).toEqual({ from, to });
  });

  test.each([
    "",
    "tomorrow",
    "2026-02-30",
    "2026-13-01",
    "25:00",
    "14:60",
    "2x",
    "-2h",
    "2026-01-05T99:00:00Z",
    "01/05/2026",
  ])("%j is none", (text) => {
    expect(readWhen(text, now)).toBeUndefined();
  });
});
