// A clock that is behind is known by files that were written later than it says.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isClockBehind } from "../../src/diagnosis/probes/clock.ts";

it("is told by the newest of its witnesses, an hour apart", () => {
  const folder = mkdtempSync(join(tmpdir(), "dscript-clock-"));
  try {
    const file = join(folder, "log");
    writeFileSync(file, "");
    const now = Date.parse("2026-03-01T12:00:00Z");
    const written = (hours: number): boolean => {
      utimesSync(file, new Date(now), new Date(now + hours * 3_600_000));
      return isClockBehind([join(folder, "missing"), file], now);
    };
    expect([written(-24), written(0), written(0.5), written(2), written(9000)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(isClockBehind([join(folder, "missing")], now)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
