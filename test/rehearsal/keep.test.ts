// Where dry runs are kept that nobody has named a folder for.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { lastPlace, newPlace } from "../../src/rehearsal/keep.ts";

const state = mkdtempSync("/var/tmp/dscript-keep-test-");

afterEach(() => vi.useRealTimers());
afterAll(() => rmSync(state, { recursive: true, force: true }));

it("takes the newest of those that were kept within one second", () => {
  const second = Date.UTC(2026, 0, 2, 3, 4, 5);
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const milliseconds of [0, 7, 20, 300, 999, 1000]) {
    vi.setSystemTime(second + milliseconds);
    const place = newPlace(state);
    writeFileSync(join(place, "difference.json"), "");
    expect(lastPlace(state)).toBe(place);
  }
});

it("keeps the newest twenty", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2027, 0, 1) });
  const places = Array.from({ length: 25 }, () => {
    vi.setSystemTime(Date.now() + 9);
    return basename(newPlace(state));
  });
  expect(readdirSync(join(state, "rehearsals")).sort()).toEqual(places.slice(-20));
});
