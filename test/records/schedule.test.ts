// Schedules: what can be read, and when they hold, over midnight and over the change to summer time.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWithinSchedule, readSchedule } from "../../src/records/index.ts";

const zone = process.env["TZ"];
beforeAll(() => {
  process.env["TZ"] = "Europe/Berlin";
});
afterAll(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

/** Whether the schedule holds at a moment: "2026-03-28T22:00" of local time, or with a zone. */
function holds(schedule: string, at: string): boolean {
  const windows = readSchedule(schedule);
  if (typeof windows === "string") throw new Error(windows);
  return isWithinSchedule(windows, new Date(at));
}

describe("a schedule", () => {
  test.each([
    ["Mon", 1],
    ["mon-FRI", 1],
    ["Sat-Mon", 1],
    ["08:00-18:00", 1],
    ["Mon 00:00-24:00, Tue,Wed 23:59-00:00", 3],
    ["  Mon   08:00-18:00  ", 1],
    ["Mon08:00-18:00", 1],
  ])("%j is read", (text, count) => {
    expect(readSchedule(text)).toHaveLength(count);
  });

  test.each([
    ["", "a part of it is empty"],
    ["Mon,", "a part of it is empty"],
    ["Monday", "`Monday` is no day: Mon, Tue, Wed, Thu, Fri, Sat, Sun"],
    ["Mon-Foo", "`Foo` is no day: Mon, Tue, Wed, Thu, Fri, Sat, Sun"],
    ["8:00-10:00", "`8:00` is no time from 00:00 to 23:59"],
    ["24:00-24:00", "`24:00` is no time from 00:00 to 23:59"],
    ["00:60-10:00", "`00:60` is no time from 00:00 to 23:59"],
    ["23:00-24:01", "`24:01` is no time from 00:00 to 24:00"],
    ["08:00-08:00", "`08:00-08:00` has no length"],
    ["Mon to Fri", "`Mon to Fri` is neither days nor hours"],
    ["月 08:00-10:00", "`月 08:00-10:00` is neither days nor hours"],
  ])("%j is refused", (text, problem) => {
    expect(readSchedule(text)).toBe(problem);
  });

  test("holds from its start, and no more at its end", () => {
    // A Thursday.
    expect(holds("Thu 14:40-16:10", "2026-11-26T14:39:59")).toBe(false);
    expect(holds("Thu 14:40-16:10", "2026-11-26T14:40:00")).toBe(true);
    expect(holds("Thu 14:40-16:10", "2026-11-26T16:09:59")).toBe(true);
    expect(holds("Thu 14:40-16:10", "2026-11-26T16:10:00")).toBe(false);
    expect(holds("Fri 14:40-16:10", "2026-11-26T15:00:00")).toBe(false);
    expect(holds("Thu 14:00-24:00", "2026-11-26T23:59:59")).toBe(true);
  });

  test("over midnight belongs to the day on which it starts", () => {
    expect(holds("Fri 22:00-06:00", "2026-11-27T22:00:00")).toBe(true);
    expect(holds("Fri 22:00-06:00", "2026-11-28T05:59:59")).toBe(true);
    expect(holds("Fri 22:00-06:00", "2026-11-28T06:00:00")).toBe(false);
    expect(holds("Fri 22:00-06:00", "2026-11-27T05:00:00")).toBe(false);
    expect(holds("Sat-Sun 22:00-06:00", "2026-11-30T01:00:00")).toBe(true);
    expect(holds("22:00-00:00", "2026-11-30T00:00:00")).toBe(false);
  });

  test("goes by the clock on the wall when summer time begins and ends", () => {
    // 02:00 to 03:00 does not come on this Sunday.
    expect(holds("Sun 02:00-03:00", "2026-03-29T00:59:59Z")).toBe(false);
    expect(holds("Sun 02:00-03:00", "2026-03-29T01:00:00Z")).toBe(false);
    // And comes twice on this one.
    expect(holds("Sun 02:00-03:00", "2026-10-25T00:30:00Z")).toBe(true);
    expect(holds("Sun 02:00-03:00", "2026-10-25T01:30:00Z")).toBe(true);
    expect(holds("Sun 02:00-03:00", "2026-10-25T02:00:00Z")).toBe(false);
  });
});
