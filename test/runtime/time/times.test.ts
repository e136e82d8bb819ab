// Time: zones, days that are longer or shorter than others, and times as texts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeParts } from "../../../src/runtime/time/calendar.ts";
import { createFixture } from "../library/fixture.ts";

const berlin = "Europe/Berlin";
const utc = (text: string): number => Date.parse(text);

describe("a date in a zone", () => {
  it("is the time at which the zone's clocks show it", () => {
    const { call } = createFixture();
    const date = (...parts: readonly unknown[]): unknown => call("Time.date", ...parts);
    expect(date(2026, 1, 1, 1, 0, 0, berlin)).toBe(utc("2026-01-01T00:00Z"));
    expect(date(2026, 7, 1, 2, 0, 0, berlin)).toBe(utc("2026-07-01T00:00Z"));
    // Skipped, shown twice, and on the far side of the date line.
    expect(date(2026, 3, 29, 2, 30, 0, berlin)).toBe(utc("2026-03-29T01:30Z"));
    expect(date(2026, 10, 25, 2, 30, 0, berlin)).toBe(utc("2026-10-25T00:30Z"));
    expect(date(2011, 12, 30, 12, 0, 0, "Pacific/Apia")).toBe(utc("2011-12-30T22:00Z"));
    expect(date(2026, 1, 1, 0, 0, 0, "+05:30")).toBe(utc("2025-12-31T18:30Z"));
    expect(date(50, 1, 1, 0, 0, 0, "UTC")).toBe(utc("0050-01-01T00:00Z"));
    expect(date(2024, 2, 29, 0, 0, 0, "UTC")).toBe(utc("2024-02-29T00:00Z"));
  });

  it.each([
    [[2026, 2, 30], "2026-02 has no day 30: it has 28", "day"],
    [[2026, 13, 1], "13 is no month: 1 to 12", "month"],
    [[2026, 1, 1, 24], "24 is no hour: 0 to 23", "hour"],
    [[99999, 1, 1], "99999 is no year", "year"],
    [
      [2026, 1, 1, 0, 0, 0, "Europe/Berln"],
      'there is no time zone "Europe/Berln"; the nearest is Europe/Berlin',
      "zone",
    ],
    [[2026, 1, 1, 0, 0, 0, "tokyo"], "the nearest is Asia/Tokyo", "zone"],
    [[2026, 1, 1, 0, 0, 0, "Mars"], "names are such as Europe/Berlin, UTC or +02:00", "zone"],
    [[2026, 1, 1, 0, 0, 0, "+25:00"], "there is no time zone", "zone"],
  ])("of %j is refused", async (parts, why, about) => {
    const fault = await createFixture().faultOf("Time.date", ...parts);
    expect([fault.kind, fault.symptom.about, fault.message]).toEqual([
      "ArgumentFault",
      about,
      expect.stringContaining(why),
    ]);
  });

  it("has parts", () => {
    const { call } = createFixture();
    const parts = call("Time.parts", utc("2026-12-31T23:00:00.007Z"), berlin) as TimeParts;
    expect({ ...parts }).toEqual({
      ...{ year: 2027, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 7 },
      ...{ weekday: 5, dayOfYear: 1, week: 53, offset: 3_600_000 },
    });
    expect(call("TimeParts.week", call("Time.parts", utc("2024-12-30T12:00Z"), "UTC"))).toBe(1);
  });
});

describe("days and months later", () => {
  it("show the same time of day", () => {
    const { call } = createFixture();
    const start = call("Time.parse", "2026-03-28T09:00", undefined, berlin);
    const next = call("Time.addDays", start, 1, berlin) as number;
    expect(next - (start as number)).toBe(23 * 3_600_000);
    expect(call("Time.addDays", next, -1, berlin)).toBe(start);
    const text = (time: unknown): unknown => call("Time.format", time, "%F %T", "UTC");
    expect(text(call("Time.addMonths", utc("2026-01-31T01:02:03Z"), 1, "UTC"))).toBe("2026-02-28 01:02:03");
    expect(text(call("Time.addMonths", utc("2026-01-31T01:02:03Z"), -11, "UTC"))).toBe("2025-02-28 01:02:03");
    expect(text(call("Time.addMonths", utc("2024-02-29T00:00Z"), 12, "UTC"))).toBe("2025-02-28 00:00:00");
    // The second of two times with one reading stays the second.
    const second = utc("2026-10-25T01:30Z");
    expect(call("Time.addDays", second, 0, berlin)).toBe(second);
  });

  it("beyond the calendar are refused", async () => {
    const { faultOf } = createFixture();
    expect((await faultOf("Time.addDays", 0, Number.MAX_SAFE_INTEGER, "UTC")).message).toContain(
      "beyond what a calendar",
    );
    expect((await faultOf("Time.format", 9e15)).message).toContain(
      "9000000000000000 is beyond what a calendar can show",
    );
  });
});

describe("a time as text", () => {
  it("reads back in every zone, whatever time it is", () => {
    const { call } = createFixture();
    const zones = fc.constantFrom("UTC", berlin, "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "-09:30");
    const times = fc.integer({ min: utc("1971-01-01T00:00Z"), max: utc("2100-01-01T00:00Z") });
    fc.assert(
      fc.property(times, zones, (time, zone) => {
        const text = call("Time.format", time, "%FT%T.%L%:z", zone);
        expect(call("Time.parse", text)).toBe(time);
        expect(call("Time.parse", text, "%FT%T.%L%:z", "Asia/Tokyo")).toBe(time);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["2026-11-26", utc("2026-11-26T00:00Z")],
    ["20261126T0930", utc("2026-11-26T09:30Z")],
    ["2026-11-26 09:30:15.5+01:00", utc("2026-11-26T08:30:15.500Z")],
    ["2026-11-26T09:30:15,123456789Z", utc("2026-11-26T09:30:15.123Z")],
    ["2026-11-26T09:30+0130", utc("2026-11-26T08:00Z")],
    ["2026-11-26T09:30-05", utc("2026-11-26T14:30Z")],
  ])("%s is ISO 8601", (text, time) => {
    expect(createFixture().call("Time.parse", text, undefined, "UTC")).toBe(time);
  });

  it.each([
    ["26.11.2026", "%d.%m.%Y", utc("2026-11-26T00:00Z")],
    ["26/Nov/2026:09:30:15 +0100", "%d/%b/%Y:%H:%M:%S %z", utc("2026-11-26T08:30:15Z")],
    ["Nov  6 09:30 26", "%b %e %H:%M %y", utc("2026-11-06T09:30Z")],
    ["12:05 am", "%I:%M %p", utc("1970-01-01T00:05Z")],
    ["12:05 PM", "%I:%M %p", utc("1970-01-01T12:05Z")],
    ["1767225600", "%s", 1_767_225_600_000],
    ["2024 366", "%Y %j", utc("2024-12-31T00:00Z")],
    ["100%", "%S0%%", 10_000],
  ])("%s is read by %s", (text, pattern, time) => {
    expect(createFixture().call("Time.parse", text, pattern, "UTC")).toBe(time);
  });

  it.each([
    ["tomorrow", undefined, "it is no time such as 2026-11-26T09:30:00+01:00"],
    ["2026-02-30", undefined, "2026-02 has no day 30"],
    ["2026-11-26x", "%F", "character 11: found `x`, expected the end"],
    ["2026-xx-26", "%F", "character 6: found `xx-26`, expected a month, 01 to 12"],
    ["2026-11", "%F", "character 8: found the end, expected `-`"],
    ["2023 366", "%Y %j", "the year 2023 has no day 366"],
  ])("%s by %s is refused", async (text, pattern, why) => {
    const fault = await createFixture().faultOf("Time.parse", text, pattern, "UTC");
    expect([fault.kind, fault.message]).toEqual(["FormatFault", expect.stringContaining(why)]);
  });

  it("with a field that is none is the script's fault", async () => {
    const { faultOf } = createFixture();
    expect((await faultOf("Time.parse", "1", "%Q")).kind).toBe("ArgumentFault");
    expect((await faultOf("Time.format", 0, "%")).message).toContain("% is no field of a time");
  });
});

describe("durations and sizes", () => {
  it("are read as they print", () => {
    const { call } = createFixture();
    const read = (text: string): unknown => call("Duration.tryParse", text);
    expect(["1h30m", "90s", "-1m30s", "1.5d", "500ms", "1 h 30 m", "2d"].map(read)).toEqual([
      5_400_000, 90_000, -90_000, 129_600_000, 500, 5_400_000, 172_800_000,
    ]);
    expect(["", "5", "1m1h", "1h1h", "h", "1 hour", "-", "9999999999999999d", "1s!"].map(read)).toEqual(
      Array(9).fill(null),
    );
    expect(call("Size.tryParse", "1.5 GiB")).toBe(1_610_612_736);
    expect(["10", "MB", "-1MB", "1mb"].map((text) => call("Size.tryParse", text))).toEqual([null, null, null, null]);
  });

  it("are refused with what was given", async () => {
    const { faultOf } = createFixture();
    expect((await faultOf("Duration.parse", "soon")).message).toBe('"soon" is no duration such as 90s, 1h30m or 500ms');
    expect((await faultOf("Size.parse", "big")).message).toBe('"big" is no size such as 10MB, 1.5GiB or 512B');
  });
});
