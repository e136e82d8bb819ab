// Ticks are round, in order, and cover what they must.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberTicks, shortNumber, timeTicks, widthText } from "../../src/charts/index.ts";

describe("the ticks of numbers", () => {
  test("are round and cover the range", () => {
    expect(numberTicks(0, 2898, 5)).toEqual([0, 1000, 2000, 3000]);
    expect(numberTicks(0, 1, 4)).toEqual([0, 0.5, 1]);
    expect(numberTicks(-3, 7, 5)).toEqual([-4, -2, 0, 2, 4, 6, 8]);
    expect(numberTicks(5, 5, 4).length).toBeGreaterThan(1);
  });

  test("are few, in order and evenly apart for every range", () => {
    const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(finite, finite, fc.integer({ min: 2, max: 12 }), (a, b, about) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high === low || high - low > 1e-6 * Math.max(1, Math.abs(high)));
        const ticks = numberTicks(low, high, about);
        const span = Math.max(Math.abs(low), Math.abs(high), 1) * 1e-9;
        expect(ticks.length).toBeLessThanOrEqual(2 * about + 4);
        expect(ticks[0]).toBeLessThanOrEqual(low + span);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - span);
        for (const [at, tick] of ticks.entries()) if (at > 0) expect(tick).toBeGreaterThan(ticks[at - 1] ?? tick);
      }),
    );
  });

  test("are short as texts", () => {
    expect([0, 0.5, 12, 950, 1200, 3_500_000, 2 ** 40, 1e21, 1e-7].map(shortNumber)).toEqual([
      "0",
      "0.5",
      "12",
      "950",
      "1.2k",
      "3.5M",
      "1.1T",
      "1.0e+21",
      "1.0e-7",
    ]);
  });
});

describe("the ticks of times", () => {
  test("fit their distance, and name a day at its beginning", () => {
    const from = new Date(2026, 0, 5, 22).getTime();
    const { ticks, days } = timeTicks(from, from + 4 * 3_600_000, 5);
    expect(ticks.map(({ label }) => label)).toEqual(["22:00", "23:00", "01-06", "01:00", "02:00"]);
    expect(days).toBe("2026-01-05 – 2026-01-06");
  });

  test("are no more than wanted, from a second to millennia", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2_000_000_000_000 }),
        fc.nat({ max: 100_000_000_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        (from, span, most) => {
          const { ticks } = timeTicks(from, from + span, most);
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          for (const { time } of ticks) expect(time >= from && time <= from + span).toBe(true);
        },
      ),
    );
  });

  test("have widths in words", () => {
    expect([1000, 15_000, 60_000, 900_000, 3_600_000, 10_800_000, 86_400_000, 604_800_000].map(widthText)).toEqual([
      "1 s",
      "15 s",
      "1 min",
      "15 min",
      "1 h",
      "3 h",
      "1 d",
      "7 d",
    ]);
  });
});
