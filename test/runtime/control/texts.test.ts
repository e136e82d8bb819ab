// How values print.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { show, showDuration, showFloat, showSize } from "../../../src/runtime/control/texts.ts";

describe("values as texts", () => {
  it("are floats that read as floats", () => {
    expect([3, 0.1, 1e21, -2, 1e-7, Number.POSITIVE_INFINITY].map(showFloat)).toEqual([
      "3.0",
      "0.1",
      "1e+21",
      "-2.0",
      "1e-7",
      "Infinity",
    ]);
  });

  it("are durations in the units that people say", () => {
    const shown = [0, 500, 1500, 90_000, 90_500, 3_600_000, 90_061_001, 172_800_000, -1000, 0.6344, 999.9999, 12.5];
    expect(shown.map(showDuration)).toEqual([
      "0s",
      "500ms",
      "1.5s",
      "1m30s",
      "1m30.5s",
      "1h",
      "1d1h1m1.001s",
      "2d",
      "-1s",
      "0.634ms",
      "1s",
      "12.5ms",
    ]);
  });

  it("are durations that lose nothing of their milliseconds", () => {
    const factors: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        const parts = [...showDuration(value).matchAll(/([\d.]+)(ms|[smhd])/g)];
        const sum = parts.reduce((total, [, count, unit]) => total + Number(count) * (factors[unit ?? ""] ?? 0), 0);
        expect(Math.round(sum)).toBe(value);
      }),
    );
  });

  it("are sizes, exact, in their shortest unit", () => {
    const shown = [0, 1, 999, 1000, 1024, 524_288, 10_000_000, 1_234_567, 1024 ** 4, 1_024_000];
    expect(shown.map(showSize)).toEqual([
      "0B",
      "1B",
      "999B",
      "1KB",
      "1KiB",
      "512KiB",
      "10MB",
      "1234567B",
      "1TiB",
      "1000KiB",
    ]);
  });

  it("are arrays and maps whose texts stand in quotes", () => {
    expect(show(["a", 'b"'], "String[]")).toBe('["a", "b\\""]');
    expect(show([1, 2], "float[]")).toBe("[1.0, 2.0]");
    expect(show([[1500], []], "Duration[][]")).toBe("[[1.5s], []]");
    expect(show(new Map([["k", 1024]]), "Map<Size>")).toBe('{"k": 1KiB}');
    expect(show([1, null], "int?[]")).toBe("[1, null]");
    expect(show(null, "String?")).toBe("null");
    expect(show(true, "boolean")).toBe("true");
    expect(show(/a\d/u, "Regex")).toBe("/a\\d/");
    expect(show("plain", "String")).toBe("plain");
  });
});
